package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.parameterize.Fourier;
import io.github.unitscope.visualize.parameterize.Maco;
import io.github.unitscope.visualize.parameterize.Parameterization;
import io.github.unitscope.visualize.parameterize.Pixels;
import io.github.unitscope.visualize.regularize.Regularizer;
import io.github.unitscope.visualize.regularize.Regularizers;
import io.github.unitscope.visualize.transform.Transform;
import io.github.unitscope.visualize.transform.Transforms;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The settings of published work, scaled to the range and size of a network's images.
 *
 * <p>All of them maximize pre-activations unless something else is asked for, where the works after
 * 2009 took activations: on a network with ReLU6 a channel whose units have all come to 6 has no
 * gradient any more, and its image stays pale.
 */
public enum Preset {
  /** Erhan et al. (2009): pixels on a sphere, to where the image is stationary. */
  E09 {
    @Override
    public Specification specification(Network network, double norm) {
      return new Specification(new Sphere(norm), Start.GAUSSIAN, Ascent.DEFAULTS);
    }
  },
  /** Olah et al. (2017), as their public implementation: Fourier space and random transforms. */
  O17 {
    @Override
    public Specification specification(Network network, double norm) {
      return robust(new Fourier(network.imageRange()), network, norm);
    }
  },
  /** Fel et al. (2023): only the phases move; the transforms are those of {@link #O17}. */
  MACO {
    @Override
    public Specification specification(Network network, double norm) {
      return robust(new Maco(network.imageRange()), network, norm);
    }
  },
  /** Yosinski et al. (2015), first setting: blur, and half of the pixels clipped by their norm. */
  Y15_1 {
    @Override
    public Specification specification(Network network, double norm) {
      return yosinski(network, norm, 0.03, 500, "blur=0.5/4", "clip-norm=50");
    }
  },
  /** Yosinski et al. (2015), second setting: strong decay, a fifth clipped by their norm. */
  Y15_2 {
    @Override
    public Specification specification(Network network, double norm) {
      return yosinski(network, norm, 0.1, 750, "decay=0.3", "clip-norm=20");
    }
  },
  /** Yosinski et al. (2015), third setting: a little decay, wide blur. */
  Y15_3 {
    @Override
    public Specification specification(Network network, double norm) {
      return yosinski(network, norm, 0.03, 1000, "decay=0.0001", "blur=1/4");
    }
  },
  /** Yosinski et al. (2015), fourth setting: blur, nine tenths clipped by their contribution. */
  Y15_4 {
    @Override
    public Specification specification(Network network, double norm) {
      return yosinski(network, norm, 0.06, 1000, "blur=0.5/4", "clip-contribution=90");
    }
  };

  private static final int REDIRECTED_STEPS = 16;

  /**
   * Of 255: the deviation of the start around the mean image in the public implementation of
   * Yosinski et al.
   */
  private static final double START_DEVIATION = 10 / 255.0;

  /** What is maximized unless something else is asked for. */
  public Quantity quantity() {
    return Quantity.PREACTIVATION;
  }

  /**
   * The settings for a network.
   *
   * @param norm of typical images
   */
  public abstract Specification specification(Network network, double norm);

  /** As it is written on the command line. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A preset by its name.
   *
   * @throws InvalidInputException if there is none
   */
  public static Preset named(String name) {
    return Arrays.stream(values())
        .filter(preset -> preset.text().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    String.format(
                        Locale.ROOT,
                        "the preset '%s' is not known: choose one of %s",
                        name,
                        Arrays.stream(values())
                            .map(Preset::text)
                            .collect(Collectors.joining(", ")))));
  }

  /** What suits a network: {@link #O17} for images in colour within a range, else {@link #E09}. */
  public static Preset usualFor(Network network) {
    boolean colour = network.inputShape().channels() == 3 && network.imageRange().isBounded();
    return colour ? O17 : E09;
  }

  /** What is found in spite of random transforms. */
  private static Specification robust(
      Parameterization parameterization, Network network, double norm) {
    return new Specification(
        parameterization,
        null,
        transforms(network),
        constraint(network, norm),
        List.of(),
        new Adam(0.05, 512),
        REDIRECTED_STEPS,
        null);
  }

  private static List<Transform> transforms(Network network) {
    return Transforms.robust(network.inputShape(), neutral(network.imageRange()));
  }

  /** The value that stands for nothing: the middle of the range. */
  static double neutral(ImageRange range) {
    return range.isBounded() ? (range.low() + range.high()) / 2 : 0;
  }

  /** Images without a range would grow without end. */
  private static Constraint constraint(Network network, double norm) {
    return network.imageRange().isBounded() ? Unbounded.ANY_IMAGE : new Sphere(norm);
  }

  /**
   * The paper's rates are for another network and for inputs of ±128: here a step has a length.
   *
   * @param step root mean square of what a step changes, over the width of the range
   */
  private static Specification yosinski(
      Network network, double norm, double step, int steps, String... regularizers) {
    ImageRange range = network.imageRange();
    double neutral = neutral(range);
    List<Regularizer> list =
        Arrays.stream(regularizers).map(text -> Regularizers.parse(text, neutral)).toList();
    double width = range.isBounded() ? range.high() - range.low() : 1;
    double length = step * width * Math.sqrt(network.inputShape().size());
    return new Specification(
        new Pixels(neutral, START_DEVIATION * width),
        null,
        List.of(),
        range.isBounded() ? new Box(range.low(), range.high()) : new Sphere(norm),
        list,
        new Steepest(Steepest.Norm.L2, length, steps),
        REDIRECTED_STEPS,
        null);
  }
}
