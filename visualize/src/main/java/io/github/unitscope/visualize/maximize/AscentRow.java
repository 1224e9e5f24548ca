package io.github.unitscope.visualize.maximize;

import java.util.Arrays;

/** Where one ascent stands: its value, its next step, and whether it has stopped. */
final class AscentRow {
  /** The share of the first-order gain that a step must bring (Armijo 1966). */
  private static final double SUFFICIENT_GAIN = 1e-4;

  /** Two values of a float32 network that differ by less are the same number. */
  private static final double VALUE_NOISE = 1e-6;

  /** Steps shorter than this part of the scale move an image by nothing in float32. */
  private static final double SHORTEST_MOVE = 1e-7;

  /**
   * The longest move in units of the scale: on the sphere, six degrees. Longer ones are no faster
   * (a median of 100 steps instead of 106 in layer 3 of an MNIST network) but leave the basin of
   * the start: 13 % of the starts then ended lower than a plain ascent, and 11 % higher.
   */
  private static final double LONGEST_MOVE = 0.1;

  private static final double SHORTENING = 0.3;

  private final Target target;
  private final int index;
  private final ProjectedGradient ascent;
  private final double scale;
  private final boolean smooth;

  private double step;
  private double value = Double.NEGATIVE_INFINITY;
  private double gradientNorm;
  private double directionNorm;
  private int steps;
  private int acceptedSteps;
  private double[] history = new double[16];
  private StopReason stopReason;

  AscentRow(Target target, int index, ProjectedGradient ascent, double scale, boolean smooth) {
    this.target = target;
    this.index = index;
    this.ascent = ascent;
    this.scale = scale;
    this.smooth = smooth;
  }

  Target target() {
    return target;
  }

  int index() {
    return index;
  }

  /** The factor s of the next move; 0 at the start. */
  double step() {
    return step;
  }

  /** Null while it goes on. */
  StopReason stopReason() {
    return stopReason;
  }

  /**
   * Takes what was found at the trial image.
   *
   * @param trialValue of the objective
   * @param gradientSquare squared norm of the gradient
   * @param directionSquare squared norm of its feasible part
   * @param moved squared distance to the last accepted image
   * @param curved that distance's dot product with the change of the feasible part
   * @return whether the trial is accepted
   */
  boolean offer(
      double trialValue,
      double gradientSquare,
      double directionSquare,
      double moved,
      double curved) {
    steps++;
    boolean first = acceptedSteps == 0;
    boolean accept = first || trialValue >= leastAcceptable();
    if (accept) {
      value = trialValue;
      gradientNorm = Math.sqrt(gradientSquare);
      directionNorm = Math.sqrt(directionSquare);
      remember(trialValue);
      step = first ? LONGEST_MOVE * scale / directionNorm : nextStep(moved, curved);
    } else {
      step *= SHORTENING;
    }
    stopReason = reasonToStop();
    return accept;
  }

  private double leastAcceptable() {
    double gain = SUFFICIENT_GAIN * step * directionNorm * directionNorm;
    return value + gain - VALUE_NOISE * Math.max(1, Math.abs(value));
  }

  private double nextStep(double moved, double curved) {
    double longest = LONGEST_MOVE * scale / directionNorm;
    if (curved >= 0) {
      // No curvature to go by: the value still bends upwards here.
      return Math.min(longest, 4 * step);
    }
    return Math.min(longest, -moved / curved);
  }

  private StopReason reasonToStop() {
    if (!(gradientNorm > 0) || Double.isInfinite(gradientNorm)) {
      return StopReason.NO_GRADIENT;
    }
    if (residual() <= ascent.tolerance()) {
      return StopReason.CONVERGED;
    }
    if (steps >= ascent.maxSteps()) {
      return StopReason.STEP_LIMIT;
    }
    if (step * directionNorm >= SHORTEST_MOVE * scale) {
      return null;
    }
    return smooth ? StopReason.NO_PROGRESS : StopReason.KINK;
  }

  private double residual() {
    return directionNorm / gradientNorm;
  }

  private void remember(double accepted) {
    if (acceptedSteps == history.length) {
      history = Arrays.copyOf(history, 2 * history.length);
    }
    history[acceptedSteps++] = accepted;
  }

  /**
   * @param paid what the image pays, which is no part of its value
   */
  Maximum maximum(float[] start, float[] image, double paid) {
    return new Maximum(
        start,
        image,
        value + paid,
        residual(),
        steps,
        stopReason,
        Arrays.copyOf(history, acceptedSteps));
  }
}
