package io.github.unitscope.provenance;

import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What code runs: a hash of unitscope's own classes and resources, as the virtual machine loads
 * them. It says so of changes that were never committed, too, and is the same wherever the same
 * sources were compiled by the same compiler, whether the classes lie in folders or in archives.
 */
final class CodeHash {
  /** Where all of our code is, within a module's output. */
  private static final String OURS = "io/github/unitscope/";

  /** Names the commit: the same code may be of several. */
  private static final String COMMIT = "provenance/commit.properties";

  /** What every module has, so that those below need not know those above. */
  private static final String MARK = "META-INF/unitscope/module";

  private CodeHash() {}

  /** Computed once, and only where it is asked for. */
  private static final class OfThisProgram {
    static final String HASH = compute(places());
  }

  /** The hash of the code of this process, as 64 lower-case hexadecimal digits. */
  static String ofThisProgram() {
    return OfThisProgram.HASH;
  }

  /** The folders and archives of unitscope's modules on the class path. */
  static List<Path> places() {
    try {
      return Collections.list(CodeHash.class.getClassLoader().getResources(MARK)).stream()
          .map(CodeHash::place)
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(URL mark) {
    try {
      if (mark.openConnection() instanceof JarURLConnection archive) {
        return Path.of(archive.getJarFileURL().toURI());
      }
      return Path.of(mark.toURI()).getParent().getParent().getParent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The hash of the code at several places, whose order does not matter.
   *
   * @param places folders or archives of classes
   */
  static String compute(List<Path> places) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Path place : places) {
      try {
        if (Files.isDirectory(place)) {
          addFolder(place, files);
        } else {
          addArchive(place, files);
        }
      } catch (IOException e) {
        throw FileProblem.of("cannot read", place, e);
      }
    }
    MessageDigest digest = Sha256.newDigest();
    files.forEach(
        (name, bytes) -> {
          digest.update(
              String.format(Locale.ROOT, "%s %d\n", name, bytes.length)
                  .getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void addFolder(Path root, Map<String, byte[]> files) throws IOException {
    try (Stream<Path> all = Files.walk(root.resolve(OURS))) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (isCode(name)) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    }
  }

  /** Not through a file system of Java's, which takes five times as long. */
  private static void addArchive(Path archive, Map<String, byte[]> files) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!entry.isDirectory() && isCode(entry.getName())) {
          try (InputStream in = zip.getInputStream(entry)) {
            files.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
  }

  private static boolean isCode(String name) {
    return name.startsWith(OURS) && !name.endsWith(COMMIT);
  }
}
