package io.github.unitscope.provenance;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.InputFile;
import io.github.unitscope.network.storage.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of what unitscope wrote into a folder: a line for each file, as {@code sha256sum} writes
 * them, after a first line that says what the list is. A line is on the disk before its file has
 * its name, so that a kill at any moment leaves no file that is not listed. A file that was written
 * several times has several lines.
 */
final class Ledger {
  /** The name of the list. */
  static final String NAME = "files.sha256";

  private static final String TITLE = "# what unitscope wrote into this folder";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^/\\\\\\p{Cntrl}]+)");

  private final Path file;

  /**
   * @param file of the list, which need not exist
   */
  Ledger(Path file) {
    this.file = file;
  }

  /** Whether there is a list. */
  boolean exists() {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Adds a line.
   *
   * @throws InvalidInputException if it cannot be written
   */
  void add(String name, String hash) {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      String text = beginning(channel) + hash + "  " + name + "\n";
      ByteBuffer line = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      channel.position(channel.size());
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(false);
    } catch (IOException e) {
      throw FileProblem.of("cannot write", file, e);
    }
  }

  /** Ends what a kill left of a line. */
  private static String beginning(FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      return TITLE + "\n";
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, channel.size() - 1);
    return last.get(0) == '\n' ? "" : "\n";
  }

  /**
   * The hashes that each listed file may have. Where there is no list of unitscope, no file is
   * listed.
   *
   * @throws InvalidInputException if the list cannot be read
   */
  Map<String, Set<String>> read() {
    Map<String, Set<String>> hashes = new LinkedHashMap<>();
    if (isOurs()) {
      for (String line : text().split("\n")) {
        Matcher entry = LINE.matcher(line);
        if (entry.matches()) {
          hashes.computeIfAbsent(entry.group(2), name -> new LinkedHashSet<>()).add(entry.group(1));
        }
      }
    }
    return hashes;
  }

  /** The hash of the list itself; none if it is not one of unitscope. */
  Set<String> hash() {
    return isOurs() ? Set.of(Sha256.of(file)) : Set.of();
  }

  /** A kill may have left the beginning of the first line. */
  private boolean isOurs() {
    if (!exists()) {
      return false;
    }
    String text = text();
    return text.startsWith(TITLE + "\n") || (TITLE + "\n").startsWith(text);
  }

  private String text() {
    try (InputFile list = InputFile.open(file)) {
      return new String(list.bytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw FileProblem.of("cannot read", file, e);
    }
  }
}
