package io.github.unitscope.experiments.combine;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.visualize.combine.Connections;

/** Options of the linear combination of filters. */
public final class CombinationOptions {
  @Parameter(
      names = "--strongest",
      description =
          "Maximum number of a unit's connections to follow, the strongest first. 0 follows"
              + " all")
  private int strongest = Connections.ALL.most();

  @Parameter(
      names = "--share",
      description =
          "Follow the strongest connections that hold this share of a unit's squared"
              + " weights, in (0, 1]")
  private double share = Connections.ALL.share();

  /**
   * Which connections to follow.
   *
   * @throws UsageException if an option is out of its range
   */
  public Connections connections() {
    return UsageException.check(() -> new Connections(strongest, share));
  }
}
