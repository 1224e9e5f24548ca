package io.github.unitscope.experiments.maximize;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.visualize.maximize.Adam;
import io.github.unitscope.visualize.maximize.Ascent;
import io.github.unitscope.visualize.maximize.Momentum;
import io.github.unitscope.visualize.maximize.Progress;
import io.github.unitscope.visualize.maximize.ProjectedGradient;
import io.github.unitscope.visualize.maximize.Specification;
import io.github.unitscope.visualize.maximize.Steepest;
import java.util.Locale;

/** Options of how an ascent moves and when it stops. */
final class AscentOptions {
  private static final int DEFAULT_STEPS = 512;
  private static final double DEFAULT_RATE = 0.05;
  private static final double DEFAULT_MOMENTUM = 0.9;

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

  Ascent ascent(Ascent base) {
    int most = steps == null ? base.mostSteps() : steps;
    if (ascent == null) {
      return changed(base, most);
    }
    int count = steps == null ? DEFAULT_STEPS : steps;
    double speed = rate == null ? DEFAULT_RATE : rate;
    if (!ascent.equals("projected")) {
      requireNoneOfProjected();
    }
    return switch (ascent) {
      case "projected" ->
          projected(steps == null ? Ascent.DEFAULTS.maxSteps() : steps, Ascent.DEFAULTS);
      case "adam" -> new Adam(speed, count);
      case "momentum" -> new Momentum(speed, momentum == null ? DEFAULT_MOMENTUM : momentum, count);
      case "steepest-l2" -> new Steepest(Steepest.Norm.L2, speed, count);
      case "steepest-linf" -> new Steepest(Steepest.Norm.LINF, speed, count);
      case "progress" -> new Progress(speed, 1e6, count);
      default ->
          throw new UsageException(
              String.format(
                  Locale.ROOT,
                  "--ascent %s is not known: write projected, adam, momentum, steepest-l2, steepest-linf or progress",
                  ascent));
    };
  }

  /** The preset's ascent with other numbers. */
  private Ascent changed(Ascent base, int most) {
    if (momentum != null) {
      throw new UsageException("--momentum is for --ascent momentum");
    }
    if (base instanceof ProjectedGradient projected) {
      if (rate != null) {
        throw new UsageException("--rate is for --ascent adam, momentum, steepest or progress");
      }
      return projected(most, projected);
    }
    requireNoneOfProjected();
    if (base instanceof Adam adam) {
      return new Adam(rate == null ? adam.rate() : rate, most);
    }
    Steepest steepest = (Steepest) base;
    return new Steepest(steepest.norm(), rate == null ? steepest.rate() : rate, most);
  }

  private ProjectedGradient projected(int most, ProjectedGradient base) {
    return new ProjectedGradient(
        most,
        tolerance == null ? base.tolerance() : tolerance,
        memory == null ? base.memory() : memory);
  }

  private void requireNoneOfProjected() {
    if (tolerance != null) {
      throw new UsageException("--tolerance is for --ascent projected");
    }
    if (memory != null) {
      throw new UsageException("--memory is for --ascent projected");
    }
  }

  int redirectedSteps(Specification base) {
    if (redirect != null) {
      return redirect;
    }
    return "projected".equals(ascent) ? 0 : base.redirectedSteps();
  }
}
