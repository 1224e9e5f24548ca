package io.github.unitscope.provenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.unitscope.network.storage.MayBeMissing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * The software of a run.
 *
 * @param unitscope its version
 * @param java the runtime's version
 * @param nd4j its version
 * @param blas the vendor of the BLAS in use and the kernels that it runs, {@code OPENBLAS
 *     SkylakeX}, or {@code none}
 * @param commit of Git that unitscope was built from, with {@code -dirty} behind it where files had
 *     been changed; null where that is not known
 * @param build SHA-256 of unitscope's own classes and resources, which says what really ran; null
 *     in what was written before builds were recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Versions(
    String unitscope,
    String java,
    String nd4j,
    String blas,
    @MayBeMissing String commit,
    @MayBeMissing String build) {

  /** For {@link #current}, where a command multiplies no matrices: ND4J need not be loaded. */
  public static final Supplier<String> NO_BLAS = () -> "none";

  private static final int SHORT_HASH = 12;

  /**
   * @throws NullPointerException if anything but the commit and the build is null
   */
  public Versions {
    Objects.requireNonNull(unitscope, "unitscope is null");
    Objects.requireNonNull(java, "java is null");
    Objects.requireNonNull(nd4j, "nd4j is null");
    Objects.requireNonNull(blas, "blas is null");
  }

  /**
   * Those of this process.
   *
   * @param blas asked for the BLAS: only this may have to load ND4J
   */
  public static Versions current(Supplier<String> blas) {
    Properties properties = properties("version.properties");
    return new Versions(
        properties.getProperty("version"),
        Runtime.version().toString(),
        properties.getProperty("nd4j"),
        blas.get(),
        commitOfThisBuild(),
        CodeHash.ofThisProgram());
  }

  private static String commitOfThisBuild() {
    Properties properties = properties("commit.properties");
    String commit = properties.getProperty("commit", "");
    // Built from sources without a repository, the placeholders stay as they are.
    if (!commit.matches("[0-9a-f]+")) {
      return null;
    }
    return "true".equals(properties.getProperty("dirty")) ? commit + "-dirty" : commit;
  }

  /** The version of unitscope. */
  public static String ofUnitscope() {
    return properties("version.properties").getProperty("version");
  }

  /** The artifact of ND4J that the program was built with: for the processor or for GPUs. */
  public static String builtFor() {
    return properties("version.properties").getProperty("backend");
  }

  /** The build for a person: the start of its hash, and the commit where that is known. */
  public String describeBuild() {
    if (build == null) {
      return "not recorded";
    }
    String hash = build.substring(0, Math.min(SHORT_HASH, build.length()));
    return commit == null ? hash : String.format(Locale.ROOT, "%s of commit %s", hash, commit);
  }

  private static Properties properties(String name) {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream(name)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
