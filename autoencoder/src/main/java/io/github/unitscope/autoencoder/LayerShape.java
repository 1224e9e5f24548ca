package io.github.unitscope.autoencoder;

import io.github.unitscope.network.message.InvalidInputException;

/**
 * What a layer of a stack is.
 *
 * @param hidden how many units, at least 1
 * @param reconstruction what it gives back, and what the errors cost
 */
public record LayerShape(int hidden, Reconstruction reconstruction) {
  /**
   * @throws InvalidInputException if there are no units
   */
  public LayerShape {
    if (hidden < 1) {
      throw new InvalidInputException(
          "the number of hidden units must be at least 1, not " + hidden);
    }
  }
}
