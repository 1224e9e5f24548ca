package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import io.github.unitscope.visualize.combine.LinearCombination;

/** Options of the linear combination of filters. */
public final class CombinationOptions {
  @Parameter(
      names = "--strongest",
      description = "Connections of every unit to follow, the strongest first; 0 for all")
  private int strongest = LinearCombination.ALL;

  /** How many connections to follow. */
  public int strongest() {
    return strongest;
  }
}
