package io.github.unitscope.experiments.fault;

import static io.github.unitscope.experiments.fault.FaultyPath.unwrap;

import io.github.unitscope.experiments.fault.FileCall.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * Java's default file system, each of whose calls {@link Watch} may let fail. It is put in place by
 * {@code -Djava.nio.file.spi.DefaultFileSystemProvider}, so it and its constructor are public.
 */
public final class FaultyProvider extends FileSystemProvider {
  private final FileSystemProvider real;
  private final FaultyFileSystem system;

  /**
   * @param real the default provider
   */
  public FaultyProvider(FileSystemProvider real) {
    this.real = real;
    this.system = new FaultyFileSystem(this, real.getFileSystem(URI.create("file:///")));
  }

  @Override
  public String getScheme() {
    return real.getScheme();
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> settings) throws IOException {
    return real.newFileSystem(uri, settings);
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    // Java takes file:/ by way of the default file system, which is this one.
    return system.wrap(unwrap(real.getPath(uri)));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    Path file = unwrap(path);
    countOpening(file, options);
    return new FaultyChannel(real.newFileChannel(file, options, attributes), file);
  }

  static void countOpening(Path file, Set<? extends OpenOption> options) throws IOException {
    boolean writes =
        options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
    if (writes) {
      Watch.call(Kind.OPEN_TO_WRITE, file);
    } else if (exists(file)) {
      Watch.call(Kind.OPEN_TO_READ, file);
    }
  }

  /** Nothing writes so, and nothing may begin to without being counted. */
  @Override
  public AsynchronousFileChannel newAsynchronousFileChannel(
      Path path,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      FileAttribute<?>... attributes) {
    throw new UnsupportedOperationException("asynchronous channels are not counted");
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    Path place = unwrap(folder);
    if (exists(place)) {
      Watch.call(Kind.LIST, place);
    }
    return FaultyDirectoryStream.of(
        real.newDirectoryStream(place, path -> filter.accept(system.wrap(path))), place, system);
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    Path place = unwrap(folder);
    if (!exists(place)) {
      Watch.call(Kind.CREATE_FOLDER, place);
    }
    real.createDirectory(place, attributes);
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    Watch.call(Kind.LINK, unwrap(link));
    real.createSymbolicLink(unwrap(link), unwrap(target), attributes);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    Watch.call(Kind.LINK, unwrap(link));
    real.createLink(unwrap(link), unwrap(existing));
  }

  @Override
  public void delete(Path path) throws IOException {
    Path place = unwrap(path);
    if (exists(place)) {
      Watch.call(Kind.DELETE, place);
    }
    real.delete(place);
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    Watch.call(Kind.COPY, unwrap(target));
    real.copy(unwrap(source), unwrap(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    Path place = unwrap(source);
    if (exists(place)) {
      Watch.call(Kind.MOVE, place);
    }
    real.move(place, unwrap(target), options);
  }

  private static boolean exists(Path place) {
    return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return real.isSameFile(unwrap(path), unwrap(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return real.isHidden(unwrap(path));
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return system.wrap(real.readSymbolicLink(unwrap(link)));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return real.getFileStore(unwrap(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    real.checkAccess(unwrap(path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return real.getFileAttributeView(unwrap(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return real.readAttributes(unwrap(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return real.readAttributes(unwrap(path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    Watch.call(Kind.ATTRIBUTE, unwrap(path));
    real.setAttribute(unwrap(path), name, value, options);
  }
}
