package io.github.unitscope.experiments.fault;

import static io.github.unitscope.experiments.fault.FaultyPath.unwrap;

import io.github.unitscope.experiments.fault.FileCall.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.Iterator;
import java.util.Set;

/** The content of a folder; what is deleted, moved or opened through it is counted too. */
final class FaultyDirectoryStream implements SecureDirectoryStream<Path> {
  private final SecureDirectoryStream<Path> real;
  private final Path folder;
  private final FaultyFileSystem system;

  private FaultyDirectoryStream(
      SecureDirectoryStream<Path> real, Path folder, FaultyFileSystem system) {
    this.real = real;
    this.folder = folder;
    this.system = system;
  }

  static DirectoryStream<Path> of(
      DirectoryStream<Path> real, Path folder, FaultyFileSystem system) {
    if (real instanceof SecureDirectoryStream<Path> secure) {
      return new FaultyDirectoryStream(secure, folder, system);
    }
    throw new UnsupportedOperationException("Linux opens folders securely");
  }

  @Override
  public Iterator<Path> iterator() {
    Iterator<Path> paths = real.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return paths.hasNext();
      }

      @Override
      public Path next() {
        return system.wrap(paths.next());
      }
    };
  }

  @Override
  public SecureDirectoryStream<Path> newDirectoryStream(Path path, LinkOption... options)
      throws IOException {
    Path place = folder.resolve(unwrap(path));
    Watch.call(Kind.LIST, place);
    return new FaultyDirectoryStream(real.newDirectoryStream(unwrap(path), options), place, system);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    Path file = folder.resolve(unwrap(path));
    FaultyProvider.countOpening(file, options);
    FileChannel channel = (FileChannel) real.newByteChannel(unwrap(path), options, attributes);
    return new FaultyChannel(channel, file);
  }

  @Override
  public void deleteFile(Path path) throws IOException {
    Watch.call(Kind.DELETE, folder.resolve(unwrap(path)));
    real.deleteFile(unwrap(path));
  }

  @Override
  public void deleteDirectory(Path path) throws IOException {
    Watch.call(Kind.DELETE, folder.resolve(unwrap(path)));
    real.deleteDirectory(unwrap(path));
  }

  @Override
  public void move(Path source, SecureDirectoryStream<Path> target, Path name) throws IOException {
    Watch.call(Kind.MOVE, folder.resolve(unwrap(source)));
    real.move(unwrap(source), ((FaultyDirectoryStream) target).real, unwrap(name));
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(Class<V> type) {
    return real.getFileAttributeView(type);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return real.getFileAttributeView(unwrap(path), type, options);
  }

  @Override
  public void close() throws IOException {
    real.close();
  }
}
