package io.github.unitscope.experiments.fault;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** A path whose files are reached through {@link FaultyProvider}. */
final class FaultyPath implements Path {
  private final FileSystem system;
  private final Path real;

  FaultyPath(FileSystem system, Path real) {
    this.system = system;
    this.real = real;
  }

  /** The path of Java's own file system. */
  static Path unwrap(Path path) {
    return path instanceof FaultyPath faulty ? faulty.real : path;
  }

  /** The name under which commands see a real path. */
  static Path wrap(Path path) {
    return path == null || path instanceof FaultyPath
        ? path
        : new FaultyPath(FileSystems.getDefault(), path);
  }

  private Path same(Path path) {
    return path == null ? null : new FaultyPath(system, path);
  }

  @Override
  public FileSystem getFileSystem() {
    return system;
  }

  @Override
  public boolean isAbsolute() {
    return real.isAbsolute();
  }

  @Override
  public Path getRoot() {
    return same(real.getRoot());
  }

  @Override
  public Path getFileName() {
    return same(real.getFileName());
  }

  @Override
  public Path getParent() {
    return same(real.getParent());
  }

  @Override
  public int getNameCount() {
    return real.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return same(real.getName(index));
  }

  @Override
  public Path subpath(int begin, int end) {
    return same(real.subpath(begin, end));
  }

  @Override
  public boolean startsWith(Path other) {
    return real.startsWith(unwrap(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return real.endsWith(unwrap(other));
  }

  @Override
  public Path normalize() {
    return same(real.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return same(real.resolve(unwrap(other)));
  }

  @Override
  public Path relativize(Path other) {
    return same(real.relativize(unwrap(other)));
  }

  @Override
  public URI toUri() {
    return real.toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return same(real.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    return same(real.toRealPath(options));
  }

  @Override
  public File toFile() {
    return new File(real.toString());
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers)
      throws IOException {
    return real.register(watcher, events, modifiers);
  }

  @Override
  public int compareTo(Path other) {
    return real.compareTo(unwrap(other));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FaultyPath path && real.equals(path.real);
  }

  @Override
  public int hashCode() {
    return real.hashCode();
  }

  @Override
  public String toString() {
    return real.toString();
  }
}
