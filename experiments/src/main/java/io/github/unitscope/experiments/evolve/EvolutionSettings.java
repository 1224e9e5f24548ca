package io.github.unitscope.experiments.evolve;

import io.github.unitscope.convnet.training.ConvNetSettings;
import io.github.unitscope.network.InvalidInputException;
import java.util.List;

/**
 * What is trained, and what is looked at on the way.
 *
 * @param training how the network is trained
 * @param every steps from one frame to the next; there is one before the first step and one after
 *     the last
 * @param maximizeEvery steps from one frame of maximized images to the next
 * @param layer whose units are maximized
 * @param units that are maximized, from 0; none for no such frames
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
  public static final int EVERY = 5;

  /** Steps from one frame of maximized images to the next. */
  public static final int MAXIMIZE_EVERY = 10;

  /** Starts for every unit. */
  public static final int RESTARTS = 2;

  /** Most gradient evaluations of a start. */
  public static final int ASCENT_STEPS = 100;

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

  /** Whether a step, from 0, becomes a frame. */
  boolean isFrame(int step) {
    return step % every == 0 || step == training.steps();
  }

  /** Whether units are maximized after a step, from 0. */
  boolean isMaximized(int step) {
    return !units.isEmpty() && (step % maximizeEvery == 0 || step == training.steps());
  }
}
