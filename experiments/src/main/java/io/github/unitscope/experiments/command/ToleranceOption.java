package io.github.unitscope.experiments.command;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.cli.UsageException;
import io.github.unitscope.experiments.provenance.RunComparison;

/** The option for how close the numbers of two runs have to be. */
final class ToleranceOption {
  @Parameter(
      names = "--tolerance",
      description = "Largest difference of numbers that is small, as a part of the largest value")
  private double tolerance = RunComparison.DEFAULT_TOLERANCE;

  /**
   * The part of the largest value.
   *
   * @throws UsageException if it is negative or not a number
   */
  double get() {
    if (!(tolerance >= 0)) {
      throw new UsageException("--tolerance must be at least 0, not " + tolerance);
    }
    return tolerance;
  }
}
