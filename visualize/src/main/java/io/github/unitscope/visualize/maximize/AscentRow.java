package io.github.unitscope.visualize.maximize;

import java.util.Arrays;

/** One ascent: its images, its value, its next step, and whether it has stopped. */
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

  /**
   * Above this residual the ascent follows the gradient: as long as most of it is feasible the
   * image is far from any maximum, and what is known of the curvature leads to another basin than
   * that of the start (72 % instead of 90 % of the starts ended where the gradient flow ends).
   */
  private static final double FAR = 0.7;

  /** A direction that is less in line with the gradient than this is given up for the gradient. */
  private static final double LEAST_COSINE = 1e-3;

  private static final double SHORTENING = 0.3;

  private final Target target;
  private final int index;
  private final ProjectedGradient ascent;
  private final Constraint constraint;
  private final double scale;
  private final boolean smooth;
  private final LimitedMemory memory;

  /** The best image, the feasible part of the gradient there, and the direction from there. */
  private float[] image;

  private float[] gradient;
  private final float[] direction;

  /** The image to try, and the feasible part of the gradient there. */
  private float[] trial;

  private float[] trialGradient;

  private double step;

  /** The first-order gain of a step of 1, and its length. */
  private double slope;

  private double directionNorm;
  private double value = Double.NEGATIVE_INFINITY;
  private double residual;
  private int steps;
  private int acceptedSteps;
  private double[] history = new double[16];
  private StopReason stopReason;

  /**
   * @param index of the target
   * @param start an allowed image
   * @param smooth whether the network's gradient is continuous
   */
  AscentRow(Target target, int index, float[] start, Specification specification, boolean smooth) {
    this.target = target;
    this.index = index;
    this.ascent = (ProjectedGradient) specification.ascent();
    this.constraint = specification.constraint();
    this.scale = constraint.scale(start.length);
    this.smooth = smooth;
    this.memory = new LimitedMemory(ascent.memory(), start.length);
    this.image = start;
    this.gradient = new float[start.length];
    this.direction = new float[start.length];
    this.trial = start.clone();
    this.trialGradient = new float[start.length];
  }

  Target target() {
    return target;
  }

  int index() {
    return index;
  }

  /** The best image; not to be changed. */
  float[] image() {
    return image;
  }

  /** Null while it goes on. */
  StopReason stopReason() {
    return stopReason;
  }

  /** The image at which value and gradient are wanted next; not to be changed. */
  float[] trial() {
    return trial;
  }

  /**
   * Takes what was found at the trial image and chooses the next one.
   *
   * @param trialValue of the objective
   * @param whole the gradient of the objective
   */
  void offer(double trialValue, float[] whole) {
    steps++;
    System.arraycopy(whole, 0, trialGradient, 0, whole.length);
    constraint.makeFeasible(trial, trialGradient);
    if (acceptedSteps == 0 || trialValue >= leastAcceptable()) {
      accept(trialValue, Vectors.norm(whole));
    } else {
      step *= SHORTENING;
      stopReason = reasonToStop();
    }
    if (stopReason == null) {
      moveToTrial();
    }
  }

  private double leastAcceptable() {
    return value + SUFFICIENT_GAIN * step * slope - VALUE_NOISE * Math.max(1, Math.abs(value));
  }

  private void accept(double trialValue, double wholeNorm) {
    if (acceptedSteps > 0) {
      memory.remember(image, trial, gradient, trialGradient);
    }
    float[] free = image;
    image = trial;
    trial = free;
    free = gradient;
    gradient = trialGradient;
    trialGradient = free;
    value = trialValue;
    double feasible = Vectors.norm(gradient);
    residual = feasible / wholeNorm;
    chooseDirection(feasible);
    remember(trialValue);
    boolean none = !(wholeNorm > 0) || Double.isInfinite(wholeNorm);
    stopReason = none ? StopReason.NO_GRADIENT : reasonToStop();
  }

  /** Sets the direction and how far to go along it. */
  private void chooseDirection(double gradientNorm) {
    boolean far = residual > FAR || memory.isEmpty();
    if (far || !followMemory(gradientNorm)) {
      followGradient(gradientNorm);
    }
  }

  /**
   * @return whether that leads upwards
   */
  private boolean followMemory(double gradientNorm) {
    System.arraycopy(gradient, 0, direction, 0, gradient.length);
    memory.apply(direction);
    constraint.makeFeasible(image, direction);
    slope = Vectors.dot(gradient, direction);
    directionNorm = Vectors.norm(direction);
    step = Math.min(1, LONGEST_MOVE * scale / directionNorm);
    return slope > LEAST_COSINE * gradientNorm * directionNorm;
  }

  private void followGradient(double gradientNorm) {
    System.arraycopy(gradient, 0, direction, 0, gradient.length);
    slope = gradientNorm * gradientNorm;
    directionNorm = gradientNorm;
    double longest = LONGEST_MOVE * scale / directionNorm;
    if (acceptedSteps == 0) {
      step = longest;
    } else {
      // Without curvature to go by, the value still bends upwards here.
      double wanted = memory.lastStep() > 0 ? memory.lastStep() : 4 * step;
      step = Math.min(longest, wanted);
    }
  }

  private void moveToTrial() {
    System.arraycopy(image, 0, trial, 0, image.length);
    Vectors.addScaled(step, direction, trial);
    constraint.project(trial);
  }

  private StopReason reasonToStop() {
    if (residual <= ascent.tolerance()) {
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

  private void remember(double accepted) {
    if (acceptedSteps == history.length) {
      history = Arrays.copyOf(history, 2 * history.length);
    }
    history[acceptedSteps++] = accepted;
  }

  /**
   * @param start the image before the first step
   * @param paid what the image pays, which is no part of its value
   */
  Maximum maximum(float[] start, double paid) {
    return new Maximum(
        start,
        image,
        value + paid,
        residual,
        steps,
        stopReason,
        Arrays.copyOf(history, acceptedSteps));
  }
}
