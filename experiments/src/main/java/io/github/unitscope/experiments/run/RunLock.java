package io.github.unitscope.experiments.run;

import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Holds the place of a run folder, so that no second process writes there at the same time. The
 * operating system holds the lock, and lets it go when the process dies in whatever way; the hidden
 * file {@code .NAME.lock} that may stay then is of no harm.
 */
public final class RunLock implements AutoCloseable {
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
      Path file = fileFor(out);
      requireUsable(file);
      for (; ; ) {
        FileChannel channel = open(file);
        try {
          if (!isLocked(channel)) {
            throw new InvalidInputException(
                out
                    + " is being written by another run: wait until it ends, or give another --out");
          }
          if (isStillThere(file, channel)) {
            return new RunLock(file, channel);
          }
          // Its holder deleted the file between our opening and our locking it.
          channel.close();
        } catch (InvalidInputException | IOException e) {
          channel.close();
          throw e;
        }
      }
    } catch (IOException e) {
      throw FileProblem.of("cannot make the folder", out, e);
    }
  }

  private static Path fileFor(Path out) throws IOException {
    Path place = out.toAbsolutePath().normalize();
    if (place.getFileName() == null) {
      throw new InvalidInputException(out + " cannot be an output folder: name one below it");
    }
    Files.createDirectories(place.getParent());
    // One place must not have two locks where a link leads to it.
    Path real =
        Files.exists(place)
            ? place.toRealPath()
            : place.getParent().toRealPath().resolve(place.getFileName());
    return real.resolveSibling("." + real.getFileName() + ".lock");
  }

  private static void requireUsable(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidInputException(
          file + " is no file, but the lock of the folder is to be one: delete it");
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
    long length = 1 + ThreadLocalRandom.current().nextInt(LONGEST_MARK);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(new byte[1]), length - 1);
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == length;
  }

  @Override
  public void close() {
    try {
      // While it is held: whoever opened the file before sees that it is gone.
      Files.deleteIfExists(file);
      channel.close();
    } catch (IOException e) {
      // The file stays, unlocked, as after a kill.
    }
  }
}
