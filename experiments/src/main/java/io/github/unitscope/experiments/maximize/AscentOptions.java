package io.github.unitscope.experiments.maximize;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.visualize.maximize.Ascent;
import io.github.unitscope.visualize.maximize.Ascents;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Momentum;
import io.github.unitscope.visualize.maximize.ProjectedGradient;
import io.github.unitscope.visualize.maximize.StepRule;

/** Options of how an ascent moves and when it stops. */
final class AscentOptions {
  @Parameter(
      names = "--ascent",
      description =
          "How the image moves: projected, adam, momentum, steepest-l2, steepest-linf or progress;"
              + " by default the preset's")
  private String ascent;

  @Parameter(
      names = "--rate",
      description = "Of a step; of progress the gain that a step is to bring; 0.05 by default")
  private Double rate;

  @Parameter(names = "--momentum", description = "Of the ascent with momentum; 0.9 by default")
  private Double momentum;

  @Parameter(
      names = "--steps",
      description = "Steps of one start, for projected the most; by default the preset's")
  private Integer steps;

  @Parameter(
      names = "--tolerance",
      description =
          "Residual at which a start of the projected gradient has converged: tangential over whole"
              + " gradient; float32 reaches about 1e-5")
  private Double tolerance;

  @Parameter(
      names = "--memory",
      description =
          "From how many steps the projected ascent knows the curvature near a maximum; 0 to follow"
              + " the gradient alone; 3 by default")
  private Integer memory;

  @Parameter(
      names = "--redirect",
      description =
          "For how many steps a start without any gradient is led through rectified units that are"
              + " off; by default the preset's")
  private Integer redirect;

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
