package io.github.unitscope.provenance;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Holds the place of a run folder, so that no second process writes there at the same time. The
 * operating system holds the lock, and lets it go when the process dies in whatever way; the hidden
 * file {@code .NAME.unitscope-lock} that may stay then is taken over by the next run.
 */
public final class RunLock implements AutoCloseable {
  /** What the file begins with; others are somebody's. */
  private static final byte[] OURS = "unitscope writes here\n".getBytes(StandardCharsets.US_ASCII);

  /** Of a sparse file, which takes one block at any length. */
  private static final int LONGEST_MARK = 1 << 24;

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param out the place of the run folder; missing parents are made
   * @throws InvalidInputException if another run holds it, or the parent cannot be written to
   */
  public static RunLock take(Path out) {
    try {
      Path parent = out.toAbsolutePath().normalize().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Path file = fileFor(out);
      requireUsable(file);
      Optional<RunLock> lock = attempt(out, file);
      while (lock.isEmpty()) {
        lock = attempt(out, file);
      }
      return lock.get();
    } catch (IOException e) {
      throw FileProblem.of("cannot make the folder", out, e);
    }
  }

  /** Whether a run that was killed, or one that runs, has left the file of the lock. */
  static boolean isLeft(Path out) {
    try {
      return Files.exists(fileFor(out), LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return false;
    }
  }

  /** Empty if the holder deleted the file between our opening and our locking it. */
  private static Optional<RunLock> attempt(Path out, Path file) throws IOException {
    FileChannel channel = open(file);
    RunLock lock = null;
    try {
      if (!isLocked(channel)) {
        throw new InvalidInputException(
            out + " is being written by another run: wait until it ends, or give another --out");
      }
      requireOurs(file, channel);
      if (isStillThere(file, channel)) {
        lock = new RunLock(file, channel);
      }
      return Optional.ofNullable(lock);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
  }

  private static Path fileFor(Path out) throws IOException {
    Path place = out.toAbsolutePath().normalize();
    if (place.getFileName() == null) {
      throw new InvalidInputException(out + " cannot be an output folder: name one below it");
    }
    // One place must not have two locks where a link leads to it.
    Path real =
        Files.exists(place)
            ? place.toRealPath()
            : place.getParent().toRealPath().resolve(place.getFileName());
    return real.resolveSibling("." + real.getFileName() + ".unitscope-lock");
  }

  private static void requireUsable(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidInputException(
          file + " was not written by unitscope, and its name is needed for a lock: move it away");
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
  }

  /** An empty file was made by a run that was killed before it wrote to it. */
  private static void requireOurs(Path file, FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      return;
    }
    ByteBuffer start = ByteBuffer.allocate(OURS.length);
    while (start.hasRemaining() && channel.read(start, start.position()) >= 0) {
      // A read may give less than there is.
    }
    byte[] found = Arrays.copyOf(start.array(), start.position());
    if (!Arrays.equals(found, Arrays.copyOf(OURS, found.length))) {
      throw new InvalidInputException(
          file + " was not written by unitscope, and its name is needed for a lock: move it away");
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * Marks the locked file by its length, and looks whether the file of that name has it. To open it
   * once more would not do: POSIX lets go of a lock when any descriptor of the file is closed.
   */
  private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
    long length = OURS.length + 1L + ThreadLocalRandom.current().nextInt(LONGEST_MARK);
    try {
      channel.truncate(OURS.length);
      channel.write(ByteBuffer.wrap(OURS), 0);
      channel.write(ByteBuffer.wrap(new byte[1]), length - 1);
    } catch (IOException e) {
      // The disk is full: without a mark, nobody else can hold this file either.
      Files.deleteIfExists(file);
      throw e;
    }
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == length;
  }

  @Override
  public void close() {
    try (channel) {
      // While it is held: whoever opened the file before sees that it is gone.
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The file stays, unlocked, as after a kill.
    }
  }
}
