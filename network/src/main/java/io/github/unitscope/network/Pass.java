package io.github.unitscope.network;

import io.github.unitscope.network.numerics.Matrix;

/**
 * Forward and backward passes over a fixed number of rows, in buffers that live as long as this
 * object. The rows never influence each other: a row gives the same bits wherever it stands and
 * whatever the others hold. Not safe for use by several threads at once.
 *
 * <pre>{@code
 * pass.input().writeRow(0, image);
 * pass.forward();
 * float value = pass.output(readout).get(0, unit);
 * pass.gradient(readout).fill(0);
 * pass.gradient(readout).set(0, unit, 1);
 * Matrix inputGradient = pass.backward();
 * }</pre>
 */
public interface Pass {
  /** The number of rows; rows that are not needed may hold anything finite. */
  int rows();

  /** The images [rows, inputs]; to be written before {@link #forward}. */
  Matrix input();

  /** Computes every readout from the input. */
  void forward();

  /**
   * A readout's values [rows, units] after {@link #forward}; not to be written.
   *
   * @throws IllegalArgumentException if the pass was made without this readout
   */
  Matrix output(Readout readout);

  /**
   * The gradient of whatever is maximized with respect to a readout [rows, units]; to be written
   * before {@link #backward}.
   *
   * @throws IllegalArgumentException if the pass was made without this readout
   */
  Matrix gradient(Readout readout);

  /** The gradient with respect to the input [rows, inputs]; valid until the next call. */
  Matrix backward();
}
