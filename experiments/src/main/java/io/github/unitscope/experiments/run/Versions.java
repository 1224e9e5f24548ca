package io.github.unitscope.experiments.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * The software of a run.
 *
 * @param unitscope its version
 * @param java the runtime's version
 * @param nd4j its version
 * @param blas the vendor of the BLAS in use, or {@code none}
 */
public record Versions(String unitscope, String java, String nd4j, String blas) {

  /** For {@link #current}, where a command multiplies no matrices: ND4J need not be loaded. */
  public static final Supplier<String> NO_BLAS = () -> "none";

  /**
   * Those of this process.
   *
   * @param blas asked for the vendor of the BLAS: only this may have to load ND4J
   */
  public static Versions current(Supplier<String> blas) {
    Properties properties = properties();
    return new Versions(
        properties.getProperty("version"),
        Runtime.version().toString(),
        properties.getProperty("nd4j"),
        blas.get());
  }

  /** The version of unitscope. */
  public static String ofUnitscope() {
    return properties().getProperty("version");
  }

  /** The artifact of ND4J that the program was built with: for the processor or for GPUs. */
  public static String builtFor() {
    return properties().getProperty("backend");
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
