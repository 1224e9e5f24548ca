package io.github.unitscope.network.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

/**
 * Which file is at a path, and when it was last written: two equal states with work between them
 * mean that the work saw one file, which nobody wrote to.
 */
public final class FileState {
  /** Where nothing is. */
  private static final FileState MISSING = new FileState(null, -1, null, null);

  private static final String UNIX = "unix:ctime";

  private final Object key;
  private final long size;
  private final FileTime modified;
  private final Object changed;

  private FileState(Object key, long size, FileTime modified, Object changed) {
    this.key = key;
    this.size = size;
    this.modified = modified;
    this.changed = changed;
  }

  /**
   * The state of a file; links are followed.
   *
   * @return of a missing file one that equals that of every other missing one
   * @throws IOException if the file system does not say
   */
  public static FileState of(Path file) throws IOException {
    try {
      return of(file, Files.readAttributes(file, BasicFileAttributes.class));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return MISSING;
    }
  }

  static FileState of(Path file, BasicFileAttributes attributes) throws IOException {
    return new FileState(
        attributes.fileKey(), attributes.size(), attributes.lastModifiedTime(), changed(file));
  }

  /**
   * Which folder is at a path, whatever is written into it.
   *
   * @return null if there is none
   * @throws IOException if the file system does not say
   */
  static Object keyOf(Path folder) throws IOException {
    return of(folder).key;
  }

  /** Unlike the time of modification, nobody sets this one back. */
  private static Object changed(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? Files.getAttribute(file, UNIX)
        : null;
  }

  /** Whether another file has taken the place, which leaves an open one as it was. */
  boolean isReplacedBy(FileState later) {
    return !Objects.equals(key, later.key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileState state
        && Objects.equals(key, state.key)
        && size == state.size
        && Objects.equals(modified, state.modified)
        && Objects.equals(changed, state.changed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, size, modified, changed);
  }
}
