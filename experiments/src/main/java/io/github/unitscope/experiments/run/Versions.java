package io.github.unitscope.experiments.run;

import io.github.unitscope.network.numerics.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The software of a run.
 *
 * @param unitscope its version
 * @param java the runtime's version
 * @param nd4j its version
 * @param blas the vendor of the BLAS in use
 */
public record Versions(String unitscope, String java, String nd4j, String blas) {

  /** Those of this process; loads ND4J to ask for its BLAS. */
  public static Versions current() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Versions(
        properties.getProperty("version"),
        Runtime.version().toString(),
        properties.getProperty("nd4j"),
        Matrix.blasVendor());
  }
}
