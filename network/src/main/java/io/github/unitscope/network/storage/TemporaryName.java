package io.github.unitscope.network.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden names under which things lie beside their final place until they are complete: {@code
 * .NAME.unitscope-HOST-PID-NUMBER.KIND}.
 *
 * <p>A process that was killed leaves such a thing behind. The name tells whose it was, so that the
 * next run for the same place can take it away. The host is part of it because folders are shared
 * between the machines of a cluster, where a process number means nothing elsewhere.
 */
record TemporaryName(Path path, Kind kind) {
  private static final AtomicLong COUNTER = new AtomicLong();
  private static final String HOST = host();

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
            "%s%d-%d.%s",
            prefix(target),
            ProcessHandle.current().pid(),
            COUNTER.incrementAndGet(),
            kind.name().toLowerCase(Locale.ROOT));
    return target.resolveSibling(name);
  }

  /** What dead processes of this machine left behind for {@code target}. */
  static List<TemporaryName> abandoned(Path target) throws IOException {
    Pattern pattern =
        Pattern.compile(Pattern.quote(prefix(target)) + "(\\d{1,18})-(\\d{1,18})\\.(new|old)");
    List<TemporaryName> found = new ArrayList<>();
    try (DirectoryStream<Path> siblings = Files.newDirectoryStream(target.getParent())) {
      for (Path sibling : siblings) {
        Matcher matcher = pattern.matcher(sibling.getFileName().toString());
        if (matcher.matches()
            && isAbandoned(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)))) {
          Kind kind = matcher.group(3).equals("new") ? Kind.NEW : Kind.OLD;
          found.add(new TemporaryName(sibling, kind));
        }
      }
    }
    return found;
  }

  /** Takes away what dead processes left, and puts back what they had only moved aside. */
  static void cleanUp(Path target) throws IOException {
    for (TemporaryName leftover : abandoned(target)) {
      boolean gone = !Files.exists(target, LinkOption.NOFOLLOW_LINKS);
      if (leftover.kind() == Kind.OLD && gone) {
        Files.move(leftover.path(), target);
      } else {
        FolderTree.delete(leftover.path());
      }
    }
  }

  /** In containers process numbers repeat: a dead process may have had ours. */
  private static boolean isAbandoned(long process, long number) {
    if (process == ProcessHandle.current().pid()) {
      return number > COUNTER.get();
    }
    return !ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".unitscope-" + HOST + "-";
  }

  private static String host() {
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
