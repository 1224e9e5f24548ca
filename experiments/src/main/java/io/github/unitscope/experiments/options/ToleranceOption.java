package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.provenance.diff.RunComparison;

/** The option for how close the numbers of two runs have to be. */
public final class ToleranceOption {
  @Parameter(
      names = "--max-difference",
      description =
          "Differences of numbers up to this share of the largest value count as equal, at"
              + " least 0")
  private double tolerance = RunComparison.DEFAULT_TOLERANCE;

  /**
   * The part of the largest value.
   *
   * @throws UsageException if it is negative or not a number
   */
  public double get() {
    if (!(tolerance >= 0)) {
      throw new UsageException("--max-difference must be at least 0, not " + tolerance);
    }
    return tolerance;
  }
}
