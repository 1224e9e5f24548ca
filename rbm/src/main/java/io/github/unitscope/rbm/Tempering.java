package io.github.unitscope.rbm;

import io.github.unitscope.network.message.InvalidInputException;

/**
 * Training with chains that parallel trajectory tempering keeps in equilibrium.
 *
 * @param chains on every rung of the ladder; rounded up to a multiple of 128
 */
public record Tempering(int chains) {
  /** What is used unless something else is asked for. */
  public static final Tempering DEFAULTS = new Tempering(1024);

  /**
   * @throws InvalidInputException if there are no chains
   */
  public Tempering {
    if (chains < 1) {
      throw new InvalidInputException("the number of chains must be at least 1, not " + chains);
    }
  }
}
