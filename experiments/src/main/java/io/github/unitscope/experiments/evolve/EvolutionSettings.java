package io.github.unitscope.experiments.evolve;

import io.github.unitscope.convnet.training.ConvNetSettings;
import io.github.unitscope.convnet.training.Nonlinearity;
import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.maximize.Adam;
import io.github.unitscope.visualize.maximize.Ascents;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Presets;
import io.github.unitscope.visualize.maximize.Unbounded;
import io.github.unitscope.visualize.parameterize.Fourier;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.List;

/**
 * What is trained, and what is looked at on the way.
 *
 * @param training how the network is trained
 * @param every steps from one frame to the next; there is one before the first step and one after
 *     the last
 * @param maximizeEvery steps from one frame of maximized images to the next
 * @param layer whose units are maximized
 * @param units that are maximized, from 0, of a layer with places channels; none for no such frames
 * @param restarts random starts for every maximized unit
 * @param ascentSteps most gradient evaluations of a start
 */
public record EvolutionSettings(
    ConvNetSettings training,
    int every,
    int maximizeEvery,
    String layer,
    List<Integer> units,
    int restarts,
    int ascentSteps) {

  /** Steps from one frame to the next unless something else is asked for. */
  public static final int DEFAULT_EVERY = 10;

  /** Steps from one frame of maximized images to the next. */
  public static final int DEFAULT_MAXIMIZE_EVERY = 10;

  /** How many units of a layer are maximized, the first ones. */
  public static final int DEFAULT_UNITS = 20;

  /** Starts for every unit. */
  public static final int DEFAULT_RESTARTS = 1;

  /** Most gradient evaluations of a start. */
  public static final int DEFAULT_ASCENT_STEPS = 128;

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public EvolutionSettings {
    units = List.copyOf(units);
    requirePositive("the steps from one frame to the next", every);
    requirePositive("the steps from one maximization to the next", maximizeEvery);
    requirePositive("the number of restarts", restarts);
    requirePositive("the steps of an ascent", ascentSteps);
  }

  private static void requirePositive(String what, int value) {
    if (value < 1) {
      throw new InvalidInputException(what + " must be at least 1, not " + value);
    }
  }

  /** Whether hidden units are rectified. */
  boolean isRectified() {
    return training.nonlinearity() == Nonlinearity.RELU;
  }

  /** Which units are maximized: of a layer with places the neurons in the middle of channels. */
  UnitSelector choice(Network network) {
    return UnitSelector.centre(network.layer(layer));
  }

  /** How: Fourier coefficients and Adam as Olah et al. (2017) do it, without transforms. */
  MaximizationSettings specification(ImageRange range) {
    return MaximizationSettings.builder(Unbounded.ANY_IMAGE)
        .parameterization(new Fourier(range))
        .ascent(new Adam(Ascents.DEFAULT_RATE, ascentSteps))
        .redirectedSteps(isRectified() ? Math.min(Presets.REDIRECTED_STEPS, ascentSteps) : 0)
        .build();
  }

  /** Whether a step, from 0, becomes a frame. */
  boolean isFrame(int step) {
    return step % every == 0 || step == training.steps();
  }

  /** Whether units are maximized after a step, from 0. */
  boolean isMaximized(int step) {
    return !units.isEmpty() && (step % maximizeEvery == 0 || step == training.steps());
  }
}
