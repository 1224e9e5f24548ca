package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import io.github.unitscope.visualize.sample.SamplingSettings;

/** Options of sampling with a clamped unit. */
public final class SamplingOptions {
  @Parameter(names = "--chains", description = "Independent Gibbs chains for every unit")
  private int chains = SamplingSettings.DEFAULTS.chains();

  @Parameter(names = "--burn-in", description = "Gibbs steps before the first sample of a chain")
  private int burnIn = SamplingSettings.DEFAULTS.burnIn();

  @Parameter(names = "--samples", description = "Samples taken from every chain")
  private int samples = SamplingSettings.DEFAULTS.samplesPerChain();

  @Parameter(names = "--thinning", description = "Gibbs steps from one sample to the next")
  private int thinning = SamplingSettings.DEFAULTS.thinning();

  @Parameter(
      names = "--top-down",
      description = "Layers below the clamped pair: sample them, or use their mean")
  private SamplingSettings.TopDown topDown = SamplingSettings.DEFAULTS.topDown();

  /**
   * The settings.
   *
   * @throws UsageException if an option is out of its range
   */
  public SamplingSettings settings() {
    return UsageException.check(
        () -> new SamplingSettings(chains, burnIn, samples, thinning, topDown));
  }
}
