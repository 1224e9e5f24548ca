package io.github.unitscope.experiments.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.unitscope.network.storage.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that is below a folder.
 *
 * @param entries what is at a relative path: {@code d} a folder, {@code l} and the target of a
 *     link, or {@code f} and the bytes of a file as ISO-8859-1
 */
record Snapshot(SortedMap<String, String> entries) {
  private static final String FOLDER = "d";

  Snapshot {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /** What is there now; nothing if the folder is missing. */
  static Snapshot of(Path folder) throws IOException {
    SortedMap<String, String> entries = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.filter(each -> !each.equals(folder)).toList()) {
          entries.put(folder.relativize(path).toString(), entry(path));
        }
      }
    }
    return new Snapshot(entries);
  }

  private static String entry(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "l" + Files.readSymbolicLink(path);
    }
    return Files.isDirectory(path) ? FOLDER : "f" + Files.readString(path, ISO_8859_1);
  }

  /** SHA-256 of all names and contents: what tells states apart where many are remembered. */
  String hash() {
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    entries.forEach(
        (name, entry) ->
            names.writeBytes(
                (name + "\0" + Sha256.of(entry.getBytes(ISO_8859_1))).getBytes(UTF_8)));
    return Sha256.of(names.toByteArray());
  }

  /** Makes a folder hold this and nothing else. */
  void restore(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)
            && !(Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && FOLDER.equals(entries.get(folder.relativize(path).toString())))) {
          Files.delete(path);
        }
      }
    }
    for (Map.Entry<String, String> each : entries.entrySet()) {
      make(folder.resolve(each.getKey()), each.getValue());
    }
  }

  private static void make(Path path, String entry) throws IOException {
    switch (entry.charAt(0)) {
      case 'd' -> Files.createDirectories(path);
      case 'l' -> Files.createSymbolicLink(path, Path.of(entry.substring(1)));
      default -> Files.writeString(path, entry.substring(1), ISO_8859_1);
    }
  }

  /** What is below one of the folders; nothing if it is missing. */
  Snapshot below(String folder) {
    SortedMap<String, String> below = new TreeMap<>();
    String prefix = folder + "/";
    entries.forEach(
        (name, entry) -> {
          if (name.startsWith(prefix)) {
            below.put(name.substring(prefix.length()), entry);
          }
        });
    return new Snapshot(below);
  }

  /** Those at the top, with all that is in them, whose names are chosen. */
  Snapshot only(Predicate<String> chosen) {
    SortedMap<String, String> some = new TreeMap<>(entries);
    some.keySet().removeIf(name -> !chosen.test(name.split("/")[0]));
    return new Snapshot(some);
  }

  /** The names of what is in the folder itself. */
  List<String> top() {
    return entries.keySet().stream().map(name -> name.split("/")[0]).distinct().toList();
  }

  /** Whether something is there. */
  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** Which names differ: lost, new, or with other bytes. */
  List<String> differences(Snapshot other) {
    SortedMap<String, String> differences = new TreeMap<>();
    for (Snapshot each : List.of(this, other)) {
      for (String name : each.entries.keySet()) {
        String before = entries.get(name);
        String after = other.entries.get(name);
        if (before == null || !before.equals(after)) {
          differences.put(
              name, (before == null ? "new " : after == null ? "lost " : "changed ") + name);
        }
      }
    }
    return List.copyOf(differences.values());
  }
}
