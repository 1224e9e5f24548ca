package io.github.unitscope.experiments.maximize;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.visualize.maximize.Ascent;
import io.github.unitscope.visualize.maximize.Ascents;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Momentum;
import io.github.unitscope.visualize.maximize.ProjectedGradient;
import io.github.unitscope.visualize.maximize.StepRule;
import java.util.Map;

/** Options of how an ascent moves and when it stops. */
final class AscentOptions implements Explained {
  @Parameter(
      names = "--ascent",
      description =
          "How the image is improved: {ascents}. projected stops at the maximum, the others"
              + " after --steps. Default: {preset}")
  private String ascent;

  @Parameter(
      names = "--rate",
      description =
          "Step size, above 0 (for --ascent progress: the gain per step). Not for"
              + " projected. Default: {rate}, or {preset}")
  private Double rate;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--momentum",
      description = "Momentum of --ascent momentum, in [0, 1). Default: {momentum}")
  private Double momentum;

  @Parameter(
      names = "--steps",
      description = "Steps of each start, at least 1; for projected the maximum. Default: {preset}")
  private Integer steps;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--tolerance",
      description =
          "For --ascent projected: residual at which a start has converged, the tangential"
              + " part of the gradient over the whole, in (0, 1). float32 reaches about 1e-5."
              + " Default: {tolerance}")
  private Double tolerance;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--memory",
      description =
          "For --ascent projected: L-BFGS memory, the number of past steps used to"
              + " approximate curvature. 0 disables it. Default: {memory}")
  private Integer memory;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--redirect",
      description =
          "Number of initial steps that pass gradients through inactive ReLUs when a start"
              + " has zero gradient, at least 0. Default: {preset}")
  private Integer redirect;

  @Override
  public Map<String, String> words() {
    return Map.of(
        "ascents",
        String.join(", ", Ascents.names()),
        "preset",
        MaximizationOptions.OF_PRESET,
        "rate",
        String.valueOf(Ascents.DEFAULT_RATE),
        "momentum",
        String.valueOf(Ascents.DEFAULT_MOMENTUM),
        "tolerance",
        String.valueOf(Ascent.DEFAULTS.tolerance()),
        "memory",
        String.valueOf(Ascent.DEFAULTS.memory()));
  }

  /**
   * The ascent that was asked for, or else the preset's, with the numbers that were given.
   *
   * @throws UsageException if a number is for another ascent
   */
  Ascent ascent(Ascent base) {
    Ascent chosen = ascent == null ? base : Ascents.named(ascent);
    if (steps != null) {
      chosen = chosen.withSteps(steps);
    }
    if (rate != null) {
      if (!(chosen instanceof StepRule rule)) {
        throw new UsageException("--rate is for --ascent adam, momentum, steepest or progress");
      }
      chosen = rule.withRate(rate);
    }
    if (momentum != null) {
      if (!(chosen instanceof Momentum rule)) {
        throw new UsageException("--momentum is for --ascent momentum");
      }
      chosen = rule.withMomentum(momentum);
    }
    return projected(chosen);
  }

  private Ascent projected(Ascent chosen) {
    if (tolerance == null && memory == null) {
      return chosen;
    }
    if (!(chosen instanceof ProjectedGradient projected)) {
      throw new UsageException(
          (tolerance == null ? "--memory" : "--tolerance") + " is for --ascent projected");
    }
    ProjectedGradient other = tolerance == null ? projected : projected.withTolerance(tolerance);
    return memory == null ? other : other.withMemory(memory);
  }

  /** Puts what was asked for in place of a preset's. */
  void edit(MaximizationSettings.Builder settings) {
    settings.ascent(ascent(settings.ascent()));
    if (redirect != null) {
      settings.redirectedSteps(redirect);
    } else if ("projected".equals(ascent)) {
      settings.redirectedSteps(0);
    }
  }
}
