package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.parameterize.ImageMap;
import io.github.unitscope.visualize.regularize.Regularizer;
import io.github.unitscope.visualize.transform.Composite;
import io.github.unitscope.visualize.transform.Fit;
import io.github.unitscope.visualize.transform.Transform;
import io.github.unitscope.visualize.transform.Warp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One ascent of a fixed number of steps: its parameters, its image, and what it has seen. */
final class StepRow {
  private final Specification specification;
  private final ImageShape shape;
  private final ImageMap map;
  private final Transform transform;
  private final boolean imageIsChanged;
  private final float[] parameters;
  private final float[] parameterGradient;
  private final float[] image;
  private final float[] imageGradient;
  private final float[] penaltyGradient;

  private Target target;
  private Seed transformSeed;
  private StepRule.Mover mover;
  private Warp warp;
  private float[] start;
  private double[] history;
  private float[] best;
  private double bestValue;

  StepRow(Network network, Specification specification) {
    this.specification = specification;
    this.shape = network.inputShape();
    this.map = specification.parameterization().on(shape);
    this.transform = transform(specification, shape, network.imageRange());
    this.imageIsChanged =
        specification.constraint() != Unbounded.ANY_IMAGE
            || specification.regularizers().stream().anyMatch(Regularizer::isFilter);
    this.parameters = new float[map.parameters()];
    this.parameterGradient = new float[map.parameters()];
    this.image = new float[shape.size()];
    this.imageGradient = new float[shape.size()];
    this.penaltyGradient = new float[shape.size()];
  }

  /** The transforms, and at their end what makes the image as large as the network takes it. */
  private static Transform transform(
      Specification specification, ImageShape shape, ImageRange range) {
    if (specification.transforms().isEmpty()) {
      return null;
    }
    double middle = range.isBounded() ? (range.low() + range.high()) / 2 : 0;
    List<Transform> all = new ArrayList<>(specification.transforms());
    all.add(new Fit(shape.height(), shape.width(), middle));
    return new Composite(all);
  }

  void begin(Target newTarget) {
    target = newTarget;
    transformSeed = target.seed().derive("transform");
    mover = ((StepRule) specification.ascent()).mover(parameters.length);
    history = new double[specification.ascent().mostSteps()];
    best = null;
    bestValue = Double.NEGATIVE_INFINITY;
    if (specification.start() == null) {
      float[] own = specification.parameterization().start(shape, target.seed());
      System.arraycopy(own, 0, parameters, 0, own.length);
    } else {
      map.invert(specification.start().image(target.seed(), image.length), parameters);
    }
    map.image(parameters, image);
    keepInside();
    map.image(parameters, image);
    start = image.clone();
  }

  Objective objective() {
    return target.objective();
  }

  /** What the network sees at a step. */
  float[] seen(int step) {
    map.image(parameters, image);
    if (transform == null) {
      return image;
    }
    warp = transform.draw(shape, transformSeed.derive(step).stream());
    float[] seen = new float[image.length];
    warp.apply(image, seen);
    return seen;
  }

  /**
   * Takes a step.
   *
   * @param value of the objective at what the network saw
   * @param gradient with respect to that
   */
  void move(int step, double value, float[] gradient) {
    history[step - 1] = value;
    if (transform == null) {
      System.arraycopy(gradient, 0, imageGradient, 0, gradient.length);
    } else {
      warp.adjoint(gradient, imageGradient);
    }
    double penalty = penalize();
    // Of equal ones the last: a unit that is off may only be on its way.
    if (specification.isDeterministic() && value - penalty >= bestValue) {
      bestValue = value - penalty;
      best = image.clone();
    }
    for (int i = 0; i < image.length; i++) {
      penaltyGradient[i] = imageGradient[i] - penaltyGradient[i];
    }
    map.gradient(parameters, penaltyGradient, parameterGradient);
    mover.move(step, parameterGradient, parameters);
    if (imageIsChanged) {
      changeImage(step);
    }
  }

  private double penalize() {
    Arrays.fill(penaltyGradient, 0);
    double penalty = 0;
    for (Regularizer regularizer : specification.regularizers()) {
      penalty += regularizer.penalty(shape, image, penaltyGradient);
    }
    return penalty;
  }

  private void changeImage(int step) {
    map.image(parameters, image);
    // Nothing is done to the image after the last step, so that its value is the one reported.
    if (step < history.length) {
      for (Regularizer regularizer : specification.regularizers()) {
        regularizer.afterStep(shape, step, image, imageGradient);
      }
    }
    keepInside();
  }

  private void keepInside() {
    specification.constraint().project(image);
    map.invert(image, parameters);
  }

  /**
   * The image that was found: the best of those seen where they can be compared, else the last. The
   * last one's own value is not known yet, and is not below the best by much.
   */
  float[] result() {
    if (best == null) {
      map.image(parameters, image);
      best = image.clone();
    }
    return best;
  }

  Maximum maximum(double value, double residual) {
    StopReason reason = Double.isFinite(residual) ? StopReason.ALL_STEPS : StopReason.NO_GRADIENT;
    int steps = history.length;
    return new Maximum(start, result(), value, residual, steps, reason, history.clone());
  }
}
