package io.github.unitscope.provenance;

import java.util.Locale;
import java.util.Optional;

/**
 * Why work that some software began must not be resumed with other software: nobody could make the
 * result again bit for bit.
 */
public final class Mixture {
  private Mixture() {}

  /**
   * Compares what decides about bits: the kernels of BLAS, and unitscope's code.
   *
   * @param begun the software that began; null if that was not recorded
   * @param now the software of this process
   * @return the second half of a line for a person, with what to do; empty if there is no mixture
   */
  public static Optional<String> of(Versions begun, Versions now) {
    if (begun == null || begun.build() == null) {
      return Optional.of(
          "was started by an earlier build of unitscope, which did not record itself: resume with that build, or --force to start over");
    }
    if (!begun.blas().equals(now.blas())) {
      return Optional.of(blas(begun.blas(), now.blas()));
    }
    if (!begun.build().equals(now.build())) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "was started with build %s, this is build %s: resume with that build, or --force to start over",
              begun.describeBuild(),
              now.describeBuild()));
    }
    return Optional.empty();
  }

  private static String blas(String begun, String now) {
    String[] before = begun.split(" ");
    String[] after = now.split(" ");
    if (before.length == 2 && after.length == 2 && before[0].equals(after[0])) {
      return String.format(
          Locale.ROOT,
          "was started with BLAS kernels %s, this is %s: set UNITSCOPE_BLAS_KERNELS=%s to resume, or --force to start over",
          before[1],
          after[1],
          before[1]);
    }
    return String.format(
        Locale.ROOT,
        "was started with BLAS %s, this is %s: resume where that is used, or --force to start over",
        begun,
        now);
  }
}
