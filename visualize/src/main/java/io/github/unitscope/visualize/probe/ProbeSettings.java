package io.github.unitscope.visualize.probe;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;

/**
 * How probes are trained.
 *
 * @param trainSize images to train on, drawn at random, at least 10; at the most as many choose the
 *     penalty. All are taken where there are fewer
 * @param penalties λ of which one is chosen, in descending order: the loss is the mean
 *     cross-entropy in nats plus λ/2 times the sum of the squared weights of standardized features
 * @param mostFeatures a layer with places and more units than that is averaged over cells of a
 *     coarse grid first, at least 1
 * @param tolerance no component of the gradient may be larger at the end, above 0
 * @param mostSteps after so many steps training ends without having converged, at least 1
 */
public record ProbeSettings(
    int trainSize, List<Double> penalties, int mostFeatures, double tolerance, int mostSteps) {
  /** 10,000 images, nine penalties from 1 to 10⁻⁴, 2,000 features. */
  public static final ProbeSettings DEFAULTS =
      new ProbeSettings(
          10_000, List.of(1.0, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 3e-4, 1e-4), 2_000, 1e-6, 1_000);

  private static final int SMALLEST_TRAIN_SIZE = 10;

  /**
   * @throws InvalidInputException if a number is out of its range
   */
  public ProbeSettings {
    penalties = List.copyOf(penalties);
    if (trainSize < SMALLEST_TRAIN_SIZE) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the number of images to train probes on must be at least %d, not %d",
              SMALLEST_TRAIN_SIZE,
              trainSize));
    }
    if (penalties.isEmpty()) {
      throw new InvalidInputException("probes need at least one penalty");
    }
    for (int i = 0; i < penalties.size(); i++) {
      requirePenalty(penalties.get(i), i == 0 ? Double.POSITIVE_INFINITY : penalties.get(i - 1));
    }
    if (mostFeatures < 1 || mostSteps < 1 || !(tolerance > 0)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "features, steps and tolerance of probes must be above 0, not %d, %d and %s",
              mostFeatures,
              mostSteps,
              tolerance));
    }
  }

  private static void requirePenalty(double penalty, double before) {
    // Without a penalty separable classes have no optimum.
    if (!(penalty > 0 && penalty < before)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "penalties of probes must be positive numbers in descending order, not %s after %s",
              penalty,
              before));
    }
  }

  /** The same with another number of images. */
  public ProbeSettings withTrainSize(int images) {
    return new ProbeSettings(images, penalties, mostFeatures, tolerance, mostSteps);
  }
}
