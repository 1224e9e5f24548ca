package io.github.unitscope.provenance;

import io.github.unitscope.network.storage.InputFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where a run took place.
 *
 * @param processor the model, or the architecture where that is not known
 * @param cores that Java may use
 * @param system operating system and version
 * @param threads that the run used
 */
public record Machine(String processor, int cores, String system, int threads) {

  /** This machine. */
  public static Machine current(int threads) {
    return new Machine(
        processorModel(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        threads);
  }

  private static String processorModel() {
    try {
      return InputFile.textOfSystem(Path.of("/proc/cpuinfo"))
          .lines()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
