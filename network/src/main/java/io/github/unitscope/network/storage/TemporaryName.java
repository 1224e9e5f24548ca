package io.github.unitscope.network.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden names under which things lie beside their final place until they are complete: {@code
 * .NAME.unitscope-HOST-PROCESS-NUMBER.KIND}. Names of this form belong to unitscope.
 *
 * <p>A process that was killed leaves such a thing behind. The name tells whose it was, so that it
 * can be taken away later. The host is part of it because folders are shared between the machines
 * of a cluster, where a process number means nothing elsewhere.
 *
 * @param path of the thing
 * @param kind of the thing
 * @param host whose process made it
 * @param process its number
 * @param number counted within the process
 */
record TemporaryName(Path path, Kind kind, String host, long process, long number) {
  private static final AtomicLong COUNTER = new AtomicLong();
  private static final String HOST = thisHost();

  private static final Pattern NAME =
      Pattern.compile(
          "\\.(.+)\\.unitscope-([A-Za-z0-9]*)-(\\d{1,18})-(\\d{1,18})\\.(new|old)", Pattern.DOTALL);

  /** What a temporary thing is. */
  enum Kind {
    /** Not complete yet: worthless when its process is dead. */
    NEW,
    /**
     * What stood at the final place until a moment ago: to be put back if nothing came after it.
     */
    OLD
  }

  /** A name that nobody uses, in the folder of {@code target}; clean up there before. */
  static Path beside(Path target, Kind kind) {
    String name =
        String.format(
            Locale.ROOT,
            ".%s.unitscope-%s-%d-%d.%s",
            target.getFileName(),
            HOST,
            ProcessHandle.current().pid(),
            COUNTER.incrementAndGet(),
            kind.name().toLowerCase(Locale.ROOT));
    return target.resolveSibling(name);
  }

  /** Whether a file is called as an unfinished one is. */
  static boolean isTemporary(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  /** What all processes have beside {@code target}, on whatever machine. */
  static List<TemporaryName> of(Path target) throws IOException {
    List<TemporaryName> found = new ArrayList<>();
    try (DirectoryStream<Path> siblings = Files.newDirectoryStream(target.getParent())) {
      for (Path sibling : siblings) {
        Matcher name = NAME.matcher(sibling.getFileName().toString());
        if (name.matches() && name.group(1).equals(target.getFileName().toString())) {
          found.add(
              new TemporaryName(
                  sibling,
                  name.group(5).equals("new") ? Kind.NEW : Kind.OLD,
                  name.group(2),
                  Long.parseLong(name.group(3)),
                  Long.parseLong(name.group(4))));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return found;
  }

  /** Whether its process is known to be dead. */
  boolean isAbandoned() {
    if (!host.equals(HOST)) {
      return false;
    }
    if (process == ProcessHandle.current().pid()) {
      // In containers process numbers repeat: a dead process may have had ours.
      return number > COUNTER.get();
    }
    return !ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
  }

  private static String thisHost() {
    String name;
    try {
      name = InputFile.textOfSystem(Path.of("/proc/sys/kernel/hostname"));
    } catch (IOException e) {
      name = System.getenv().getOrDefault("COMPUTERNAME", "local");
    }
    String plain = name.replaceAll("[^A-Za-z0-9]", "");
    return plain.substring(0, Math.min(32, plain.length()));
  }
}
