package io.github.unitscope.experiments.sample;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.visualize.sample.MixingCriterion;
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
      names = "--keep",
      description = "Samples of every chain to write to results.npz (default: all, at most 16)")
  private Integer kept;

  @Parameter(names = "--largest-rhat", description = "Split-R̂ above which chains have not mixed")
  private double largestRhat = MixingCriterion.DEFAULTS.largestRhat();

  @Parameter(
      names = "--least-effective",
      description = "Effective samples below which chains have not mixed")
  private double leastEffective = MixingCriterion.DEFAULTS.leastEffectiveSamples();

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
        () ->
            kept == null
                ? new SamplingSettings(chains, burnIn, samples, thinning, topDown)
                : new SamplingSettings(chains, burnIn, samples, thinning, kept, topDown));
  }

  /** Whether it was said how many samples to keep. */
  public boolean saysWhatIsKept() {
    return kept != null;
  }

  /**
   * When chains count as mixed.
   *
   * @throws UsageException if an option is out of its range
   */
  public MixingCriterion criterion() {
    return UsageException.check(() -> new MixingCriterion(largestRhat, leastEffective));
  }
}
