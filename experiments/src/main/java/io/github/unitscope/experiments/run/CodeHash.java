package io.github.unitscope.experiments.run;

import io.github.unitscope.autoencoder.Sdae;
import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.Sha256;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.visualize.UnitResponses;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What code runs: a hash of unitscope's own classes and resources, as the virtual machine loads
 * them. It says so of changes that were never committed, too, and is the same wherever the same
 * sources were compiled by the same compiler, whether the classes lie in folders or in archives.
 */
final class CodeHash {
  /** Where all of our code is, within a module's output. */
  private static final String OURS = "io/github/unitscope";

  /** Names the commit: the same code may be of several. */
  private static final String COMMIT = "run/commit.properties";

  /** One class of each module. */
  private static final List<Class<?>> MODULES =
      List.of(
          Network.class,
          Dataset.class,
          Dbn.class,
          Sdae.class,
          ConvNetwork.class,
          UnitResponses.class,
          CodeHash.class);

  private CodeHash() {}

  /** Computed once, and only where it is asked for. */
  private static final class OfThisProgram {
    static final String HASH = compute(MODULES.stream().map(CodeHash::place).distinct().toList());
  }

  /** The hash of the code of this process, as 64 lower-case hexadecimal digits. */
  static String ofThisProgram() {
    return OfThisProgram.HASH;
  }

  /** The modules that the hash covers, by the first package of each. */
  static List<String> modules() {
    int prefix = OURS.length() + 1;
    return MODULES.stream()
        .map(type -> type.getPackageName().substring(prefix).split("\\.")[0])
        .toList();
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
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
    Map<String, String> hashes = new TreeMap<>();
    for (Path place : places) {
      try {
        if (Files.isDirectory(place)) {
          addAll(place, hashes);
        } else {
          try (FileSystem archive = FileSystems.newFileSystem(place)) {
            addAll(archive.getPath("/"), hashes);
          }
        }
      } catch (IOException e) {
        throw FileProblem.of("cannot read", place, e);
      }
    }
    MessageDigest digest = Sha256.newDigest();
    hashes.forEach(
        (name, hash) -> digest.update((name + " " + hash + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void addAll(Path root, Map<String, String> hashes) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(OURS))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (!name.endsWith(COMMIT)) {
          hashes.put(name, Sha256.of(file));
        }
      }
    }
  }
}
