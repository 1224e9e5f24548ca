package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.visualize.maximize.Ascent;
import io.github.unitscope.visualize.maximize.Box;
import io.github.unitscope.visualize.maximize.Constraint;
import io.github.unitscope.visualize.maximize.ImageStart;
import io.github.unitscope.visualize.maximize.ProjectedGradient;
import io.github.unitscope.visualize.maximize.Specification;
import io.github.unitscope.visualize.maximize.Sphere;
import io.github.unitscope.visualize.maximize.Start;
import java.util.List;

/** Options of activation maximization. */
public final class MaximizationOptions {
  private static final int FEW_RESTARTS = 9;

  @Parameter(names = "--restarts", description = "Random starts for every unit")
  private int restarts;

  @Parameter(names = "--quantity", description = "What is maximized: preactivation or activation")
  private Quantity quantity = Quantity.PREACTIVATION;

  @Parameter(
      names = "--norm",
      description =
          "Norm of the image, the radius of the sphere that it stays on; by default the mean norm"
              + " of the images that the model was trained on")
  private Double norm;

  @Parameter(
      names = "--box",
      description = "Keep every pixel between two values, for example 0,1, instead of the norm")
  private List<Double> box;

  @Parameter(
      names = "--start",
      description = "First image: gaussian or uniform noise, or a training image of the data")
  private FirstImage start = FirstImage.GAUSSIAN;

  @Parameter(names = "--steps", description = "Most gradient evaluations of one start")
  private int steps = Ascent.DEFAULTS.maxSteps();

  @Parameter(
      names = "--tolerance",
      description =
          "Residual at which a start has converged: tangential over whole gradient; float32 reaches"
              + " about 1e-5")
  private double tolerance = Ascent.DEFAULTS.tolerance();

  /** What the image is before the first step. */
  public enum FirstImage {
    GAUSSIAN,
    UNIFORM,
    DATA
  }

  /** A handful of starts for every unit unless another number is asked for. */
  public MaximizationOptions() {
    this(FEW_RESTARTS);
  }

  /**
   * @param restarts for every unit unless another number is asked for
   */
  public MaximizationOptions(int restarts) {
    this.restarts = restarts;
  }

  /**
   * How many starts a unit gets.
   *
   * @throws UsageException if it is below 1
   */
  public int restarts() {
    if (restarts < 1) {
      throw new UsageException("--restarts must be at least 1, not " + restarts);
    }
    return restarts;
  }

  /** What is maximized. */
  public Quantity quantity() {
    return quantity;
  }

  /** Whether images of a dataset are needed to start from. */
  public boolean startsFromData() {
    return start == FirstImage.DATA;
  }

  /**
   * How.
   *
   * @param meanNorm of the images that the model was trained on
   * @param data whose training images to start from; null where {@link #startsFromData} is false
   * @throws UsageException if an option is out of its range
   */
  public Specification specification(double meanNorm, Dataset data) {
    Start first =
        switch (start) {
          case GAUSSIAN -> Start.GAUSSIAN;
          case UNIFORM -> Start.UNIFORM;
          case DATA -> new ImageStart(data.name(), data.train());
        };
    return UsageException.check(
        () ->
            new Specification(
                constraint(meanNorm), first, new ProjectedGradient(steps, tolerance)));
  }

  private Constraint constraint(double meanNorm) {
    if (box == null) {
      return new Sphere(norm == null ? meanNorm : norm);
    }
    if (norm != null) {
      throw new UsageException("--norm and --box exclude each other: give one of them");
    }
    if (box.size() != 2) {
      throw new UsageException("--box needs two values, for example 0,1, not " + box.size());
    }
    return new Box(box.get(0), box.get(1));
  }
}
