package io.github.unitscope.network;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;

/** A network in which every unit is connected to every unit of the layer below. */
public interface FullyConnected extends Network {

  /**
   * The connections between a layer and the one below it.
   *
   * @param layer from 1
   * @return [units below, units]; not to be written
   * @throws InvalidInputException if there is no such layer
   */
  Matrix weights(int layer);

  /**
   * The biases of a layer.
   *
   * @param layer from 1
   * @return [units]; not to be written
   * @throws InvalidInputException if there is no such layer
   */
  float[] biases(int layer);
}
