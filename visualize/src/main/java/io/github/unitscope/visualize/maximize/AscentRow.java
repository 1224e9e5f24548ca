package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.parameterize.ImageMap;
import io.github.unitscope.visualize.regularize.ImageFilter;
import io.github.unitscope.visualize.regularize.Regularizer;
import io.github.unitscope.visualize.select.Objective;
import io.github.unitscope.visualize.transform.Composite;
import io.github.unitscope.visualize.transform.Fit;
import io.github.unitscope.visualize.transform.Transform;
import io.github.unitscope.visualize.transform.Warp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One ascent: its parameters, its image, and what it has seen. It climbs until its method says why
 * it ends, and then, where the method does not know the value of the image that was found, looks at
 * that image once more.
 */
final class AscentRow {
  private final MaximizationSettings settings;
  private final List<Regularizer> penalties;
  private final List<ImageFilter> filters;
  private final boolean imageIsChanged;
  private final boolean smooth;
  private final ImageShape shape;
  private final ImageMap map;
  private final Optional<Transform> transform;
  private final Residual residual;
  private final float[] parameters;
  private final float[] parameterGradient;
  private final float[] image;
  private final float[] imageGradient;
  private final float[] penaltyGradient;

  private AscentJob target;
  private int index;
  private Seed transformSeed;
  private Climb climb;
  private Warp warp;
  private int step;
  private float[] start;
  private double[] history;
  private final float[] best;
  private double bestValue;

  /** Set where the climb has ended, and the image that was found is looked at once more. */
  private StopReason ended;

  private Maximum maximum;

  AscentRow(Network network, MaximizationSettings settings) {
    this.settings = settings;
    this.penalties = settings.penalties();
    this.filters = settings.filters();
    this.imageIsChanged = settings.constraint() != Unbounded.ANY_IMAGE || !filters.isEmpty();
    this.smooth = network.isSmooth();
    this.shape = network.inputShape();
    this.map = settings.parameterization().on(shape);
    this.transform = transform(settings, shape, network.imageRange());
    this.residual = new Residual(network, settings.constraint());
    this.parameters = new float[map.parameters()];
    this.parameterGradient = new float[map.parameters()];
    this.image = new float[shape.size()];
    this.imageGradient = new float[shape.size()];
    this.penaltyGradient = new float[shape.size()];
    this.best = new float[shape.size()];
  }

  /** The transforms, and at their end what makes the image as large as the network takes it. */
  private static Optional<Transform> transform(
      MaximizationSettings settings, ImageShape shape, ImageRange range) {
    if (settings.transforms().isEmpty()) {
      return Optional.empty();
    }
    double middle = Presets.neutral(range);
    List<Transform> all = new ArrayList<>(settings.transforms());
    all.add(new Fit(shape.height(), shape.width(), middle));
    return Optional.of(new Composite(all));
  }

  /**
   * Begins another ascent.
   *
   * @param newIndex of the target
   */
  void begin(AscentJob newTarget, int newIndex) {
    target = newTarget;
    index = newIndex;
    transformSeed = target.seed().derive("transform");
    Ascent ascent = settings.ascent();
    climb = ascent.climb(parameters.length, settings.constraint(), smooth);
    step = 0;
    history = new double[ascent.makesAllSteps() ? ascent.mostSteps() : 0];
    bestValue = Double.NEGATIVE_INFINITY;
    ended = null;
    maximum = null;
    if (settings.start().isPresent()) {
      map.invert(settings.start().get().image(target.seed(), image.length), parameters);
    } else {
      float[] own = settings.parameterization().start(shape, target.seed());
      System.arraycopy(own, 0, parameters, 0, own.length);
    }
    map.image(parameters, image);
    keepInside();
    map.image(parameters, image);
    start = image.clone();
  }

  int index() {
    return index;
  }

  Objective objective() {
    return target.objective();
  }

  /** How many steps were made. */
  int steps() {
    return step;
  }

  boolean isClimbing() {
    return ended == null;
  }

  boolean isDone() {
    return maximum != null;
  }

  /** What was found, once it {@link #isDone}. */
  Maximum maximum() {
    return maximum;
  }

  /** What the network sees next; not to be changed. */
  float[] seen() {
    if (!isClimbing()) {
      return best;
    }
    map.image(parameters, image);
    if (transform.isEmpty()) {
      return image;
    }
    warp = transform.get().draw(shape, transformSeed.derive(step + 1).stream());
    float[] seen = new float[image.length];
    warp.apply(image, seen);
    return seen;
  }

  /**
   * Takes what was found there.
   *
   * @param value of the objective
   * @param gradient of the objective with respect to what the network saw
   */
  void take(double value, float[] gradient) {
    if (isClimbing()) {
      climb(value, gradient);
    } else {
      double rest = residual.of(best, gradient);
      finish(best.clone(), value, rest, Arrays.copyOf(history, step));
    }
  }

  private void climb(double value, float[] gradient) {
    step++;
    remember(value);
    if (transform.isEmpty()) {
      System.arraycopy(gradient, 0, imageGradient, 0, gradient.length);
    } else {
      warp.adjoint(gradient, imageGradient);
    }
    double penalty = penalty(image);
    // Of equal ones the last: a unit that is off may only be on its way.
    if (settings.comparesSteps() && value - penalty >= bestValue) {
      bestValue = value - penalty;
      System.arraycopy(image, 0, best, 0, image.length);
    }
    for (int i = 0; i < image.length; i++) {
      penaltyGradient[i] = imageGradient[i] - penaltyGradient[i];
    }
    map.gradient(parameters, penaltyGradient, parameterGradient);
    ended = climb.move(step, value - penalty, parameterGradient, parameters).orElse(null);
    if (imageIsChanged) {
      changeImage();
    }
    if (ended != null) {
      settle();
    }
  }

  private void remember(double value) {
    if (step > history.length) {
      history = Arrays.copyOf(history, Math.max(16, 2 * history.length));
    }
    history[step - 1] = value;
  }

  /** What an image pays; leaves the gradient of that. */
  private double penalty(float[] of) {
    Arrays.fill(penaltyGradient, 0);
    double penalty = 0;
    for (Regularizer regularizer : penalties) {
      penalty += regularizer.penalty(shape, of, penaltyGradient);
    }
    return penalty;
  }

  private void changeImage() {
    map.image(parameters, image);
    // Nothing is done to the image after the last step, so that its value is the one reported.
    if (ended == null) {
      for (ImageFilter filter : filters) {
        filter.afterStep(shape, step, image, imageGradient);
      }
    }
    keepInside();
  }

  private void keepInside() {
    settings.constraint().project(image);
    map.invert(image, parameters);
  }

  /**
   * Finds the image that the climb led to: where its method knows it, there. Else the best of those
   * seen where they can be compared, else the last; the last one's own value is not known yet, and
   * is not below the best by much.
   */
  private void settle() {
    Optional<Climb.Summit> summit = climb.summit();
    if (summit.isPresent()) {
      float[] found = new float[image.length];
      map.image(summit.get().parameters(), found);
      double value = summit.get().value() + penalty(found);
      finish(found, value, summit.get().residual(), summit.get().history());
    } else if (bestValue == Double.NEGATIVE_INFINITY) {
      map.image(parameters, best);
    }
  }

  private void finish(float[] found, double value, double residual, double[] values) {
    boolean lost = ended == StopReason.FIXED_STEPS_DONE && !Double.isFinite(residual);
    StopReason reason = lost ? StopReason.NO_GRADIENT : ended;
    maximum = new Maximum(start, found, value, residual, step, reason, values);
  }
}
