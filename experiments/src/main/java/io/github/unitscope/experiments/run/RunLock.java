package io.github.unitscope.experiments.run;

import io.github.unitscope.network.InvalidInputException;
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
import java.util.concurrent.atomic.AtomicLong;

/**
 * Holds the place of a run folder, so that no second process writes there at the same time. The
 * operating system holds the lock, and lets it go when the process dies in whatever way; the hidden
 * file {@code .NAME.lock} that may stay then is of no harm.
 */
public final class RunLock implements AutoCloseable {
  private static final AtomicLong COUNTER = new AtomicLong();

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

  private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
    String token = ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet();
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.US_ASCII)), 0);
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.readString(file).equals(token);
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
