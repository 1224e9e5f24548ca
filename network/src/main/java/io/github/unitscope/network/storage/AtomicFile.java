package io.github.unitscope.network.storage;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.TemporaryName.Kind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Writes a file that appears whole or not at all; one that is there is replaced in the same step.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the content of a file; need not close the stream. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to {@code out}. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes bytes.
   *
   * @throws InvalidInputException if the file cannot be written; it is then as it was
   */
  public static void write(Path path, byte[] bytes) {
    write(path, out -> out.write(bytes));
  }

  /**
   * Writes what {@code content} writes.
   *
   * @throws InvalidInputException if the file cannot be written; it is then as it was
   */
  public static void write(Path path, Content content) {
    write(path, content, hash -> {});
  }

  /**
   * Writes what {@code content} writes.
   *
   * @param announced gets the SHA-256 of the content when it is on the disk, before it has its name
   * @throws InvalidInputException if the file cannot be written; it is then as it was
   */
  public static void write(Path path, Content content, Consumer<String> announced) {
    Path target = path.toAbsolutePath().normalize();
    if (Files.isDirectory(target)) {
      throw new InvalidInputException(path + " is a folder where a file is to be written");
    }
    try {
      Files.createDirectories(target.getParent());
      cleanUp(target);
      writeAndMove(TemporaryName.beside(target, Kind.NEW), target, content, announced);
    } catch (IOException e) {
      throw FileProblem.of("cannot write", path, e);
    }
  }

  /** Takes away what processes that are dead had not finished. */
  private static void cleanUp(Path target) throws IOException {
    for (TemporaryName left : TemporaryName.of(target)) {
      boolean isFile = Files.isRegularFile(left.path(), LinkOption.NOFOLLOW_LINKS);
      if (isFile && left.kind() == Kind.NEW && left.isAbandoned()) {
        Files.deleteIfExists(left.path());
      }
    }
  }

  /** Whether a file has the name of one that was not finished. */
  public static boolean isUnfinished(Path file) {
    return TemporaryName.isTemporary(file);
  }

  private static void writeAndMove(
      Path staging, Path target, Content content, Consumer<String> announced) throws IOException {
    try {
      announced.accept(writeNew(staging, content));
      Files.move(
          staging, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      deleteQuietly(staging);
    }
  }

  /** Gives the hash of what was written. */
  private static String writeNew(Path staging, Content content) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    try (FileChannel channel =
        FileChannel.open(staging, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out =
          new KeptOpen(new DigestOutputStream(Channels.newOutputStream(channel), digest));
      content.writeTo(out);
      out.flush();
      // After a power cut a file could have its new name without its bytes.
      channel.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Archives close what they write to; the file is needed a moment longer. */
  private static final class KeptOpen extends BufferedOutputStream {
    KeptOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private static void deleteQuietly(Path staging) {
    try {
      Files.deleteIfExists(staging);
    } catch (IOException e) {
      // The next write of this file takes it away.
    }
  }
}
