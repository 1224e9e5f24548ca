package io.github.unitscope.experiments.sample;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.visualize.sample.MixingCriterion;
import io.github.unitscope.visualize.sample.SamplingSettings;

/** Options of sampling with a clamped unit. */
public final class SamplingOptions {
  @Parameter(
      names = "--chains",
      description = "Independent Gibbs chains for every unit, at least 1")
  private int chains = SamplingSettings.DEFAULTS.chains();

  @Parameter(
      names = "--burn-in",
      description = "Gibbs steps before the first sample of a chain, at least 1")
  private int burnIn = SamplingSettings.DEFAULTS.burnIn();

  @Parameter(names = "--samples", description = "Samples of every chain, at least 1")
  private int samples = SamplingSettings.DEFAULTS.samplesPerChain();

  @OptionGroup(Group.ADVANCED)
  @Parameter(names = "--thinning", description = "Gibbs steps between two samples, at least 1")
  private int thinning = SamplingSettings.DEFAULTS.thinning();

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--keep",
      description =
          "Samples of every chain to write to results.npz, at most --samples. Default: all,"
              + " but no more than 16")
  private Integer kept;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--largest-rhat",
      description = "Split-R̂ above which chains have not mixed, at least 1")
  private double largestRhat = MixingCriterion.DEFAULTS.largestRhat();

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--least-effective",
      description = "Effective sample size below which chains have not mixed, at least 0")
  private double leastEffective = MixingCriterion.DEFAULTS.leastEffectiveSamples();

  @OptionGroup(Group.ADVANCED)
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
