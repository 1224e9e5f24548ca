package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.registry.Registry;
import io.github.unitscope.visualize.parameterize.Fourier;
import io.github.unitscope.visualize.parameterize.Maco;
import io.github.unitscope.visualize.parameterize.Parameterization;
import io.github.unitscope.visualize.parameterize.Pixels;
import io.github.unitscope.visualize.regularize.Regularization;
import io.github.unitscope.visualize.regularize.Regularizers;
import io.github.unitscope.visualize.transform.Transforms;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The presets that have names: the settings of published work, scaled to the range and size of a
 * network's images.
 *
 * <p>All of them maximize pre-activations unless something else is asked for, where the works after
 * 2009 took activations: on a network with ReLU6 a channel whose units have all come to 6 has no
 * gradient any more, and its image stays pale.
 */
public final class Presets {
  /** First steps that pass gradients through inactive ReLUs where a start has none. */
  public static final int REDIRECTED_STEPS = 16;

  /**
   * Of 255: the deviation of the start around the mean image in the public implementation of
   * Yosinski et al.
   */
  private static final double START_DEVIATION = 10 / 255.0;

  /** Erhan et al. (2009): pixels on a sphere, to where the image is stationary. */
  public static final Preset E09 = (network, norm) -> MaximizationSettings.builder(sphere(norm));

  /** Olah et al. (2017), as their public implementation: Fourier space and random transforms. */
  public static final Preset O17 =
      (network, norm) -> robust(new Fourier(network.imageRange()), network, norm);

  /** Fel et al. (2023): only the phases move; the transforms are those of {@link #O17}. */
  public static final Preset MACO =
      (network, norm) -> robust(new Maco(network.imageRange()), network, norm);

  /** Yosinski et al. (2015), first setting: blur, and half of the pixels clipped by their norm. */
  public static final Preset Y15_1 =
      (network, norm) -> yosinski(network, norm, 0.03, 500, "blur=0.5/4", "clip-norm=50");

  /** Yosinski et al. (2015), second setting: strong decay, a fifth clipped by their norm. */
  public static final Preset Y15_2 =
      (network, norm) -> yosinski(network, norm, 0.1, 750, "decay=0.3", "clip-norm=20");

  /** Yosinski et al. (2015), third setting: a little decay, wide blur. */
  public static final Preset Y15_3 =
      (network, norm) -> yosinski(network, norm, 0.03, 1000, "decay=0.0001", "blur=1/4");

  /** Yosinski et al. (2015), fourth setting: blur, nine tenths clipped by their contribution. */
  public static final Preset Y15_4 =
      (network, norm) -> yosinski(network, norm, 0.06, 1000, "blur=0.5/4", "clip-contribution=90");

  private static final Registry<Preset> KNOWN =
      new Registry<Preset>("preset")
          .register("e09", E09)
          .register("o17", O17)
          .register("maco", MACO)
          .register("y15-1", Y15_1)
          .register("y15-2", Y15_2)
          .register("y15-3", Y15_3)
          .register("y15-4", Y15_4);

  private Presets() {}

  /**
   * Gives a preset a name, under which commands find it too.
   *
   * @throws IllegalArgumentException if the name is taken or cannot be one
   */
  public static void register(String name, Preset preset) {
    KNOWN.register(name, preset);
  }

  /** All names. */
  public static List<String> names() {
    return KNOWN.names();
  }

  /**
   * A preset by its name, in upper or lower case.
   *
   * @throws InvalidInputException if there is none
   */
  public static Preset named(String name) {
    return KNOWN.named(name.toLowerCase(Locale.ROOT));
  }

  /** What suits a network: {@link #O17} for images in colour within a range, else {@link #E09}. */
  public static Preset usualFor(Network network) {
    boolean colour = network.inputShape().channels() == 3 && network.imageRange().isBounded();
    return colour ? O17 : E09;
  }

  /** The value that stands for nothing: the middle of the range. */
  public static double neutral(ImageRange range) {
    return range.isBounded() ? (range.low() + range.high()) / 2 : 0;
  }

  /**
   * Where images of a network stay that are made in a way: within its range; where it has none they
   * would grow without end, and stay on a sphere.
   *
   * @param norm of typical images; needed without a range
   * @throws InvalidInputException if the norm is needed and not known
   */
  public static Constraint constraint(
      Parameterization parameterization, ImageRange range, OptionalDouble norm) {
    if (!range.isBounded()) {
      return sphere(norm);
    }
    return parameterization.staysWithin(range)
        ? Unbounded.ANY_IMAGE
        : new Box(range.low(), range.high());
  }

  private static Sphere sphere(OptionalDouble norm) {
    return new Sphere(
        norm.orElseThrow(
            () ->
                new InvalidInputException(
                    "images stay on a sphere, and its radius is unknown: give the norm of"
                        + " typical images, such as the mean norm of the training images")));
  }

  /** What is found in spite of random transforms. */
  private static MaximizationSettings.Builder robust(
      Parameterization parameterization, Network network, OptionalDouble norm) {
    ImageRange range = network.imageRange();
    return MaximizationSettings.builder(constraint(parameterization, range, norm))
        .parameterization(parameterization)
        .transforms(Transforms.robust(network.inputShape(), neutral(range)))
        .ascent(new Adam(Ascents.DEFAULT_RATE, Ascents.DEFAULT_STEPS))
        .redirectedSteps(REDIRECTED_STEPS);
  }

  /**
   * The paper's rates are for another network and for inputs of ±128: here a step has a length.
   *
   * @param step root mean square of what a step changes, over the width of the range
   */
  private static MaximizationSettings.Builder yosinski(
      Network network, OptionalDouble norm, double step, int steps, String... regularizers) {
    ImageRange range = network.imageRange();
    double neutral = neutral(range);
    List<Regularization> list =
        Arrays.stream(regularizers).map(text -> Regularizers.parse(text, neutral)).toList();
    double width = range.isBounded() ? range.high() - range.low() : 1;
    double length = step * width * Math.sqrt(network.inputShape().size());
    Parameterization pixels = new Pixels(neutral, START_DEVIATION * width);
    return MaximizationSettings.builder(constraint(pixels, range, norm))
        .parameterization(pixels)
        .regularizers(list)
        .ascent(new Steepest(Steepest.Norm.L2, length, steps))
        .redirectedSteps(REDIRECTED_STEPS);
  }
}
