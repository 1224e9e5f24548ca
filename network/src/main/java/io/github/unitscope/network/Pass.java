package io.github.unitscope.network;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.Locale;

/**
 * Forward and backward passes over a fixed number of rows, in buffers that live as long as this
 * object. The rows never influence each other: an image gives the same bits in any of the usable
 * rows, whatever the others hold. Not safe for use by several threads at once.
 *
 * <pre>{@code
 * int row = pass.usableRows()[0];
 * pass.input().writeRow(row, image);
 * pass.forward();
 * float value = pass.output(readout).get(row, unit);
 * pass.gradient(readout).fill(0);
 * pass.gradient(readout).set(row, unit, 1);
 * Matrix inputGradient = pass.backward();
 * }</pre>
 */
public interface Pass extends AutoCloseable {
  /**
   * The rows to use, in ascending order: those in which the same image gives the same bits. The
   * other rows of the matrices may hold anything finite.
   */
  int[] usableRows();

  /** The images [rows, inputs]; to be written before {@link #forward}. Zero in a new pass. */
  Matrix input();

  /**
   * Chooses the rows that are computed from now on, to save work; a pass may compute others as
   * well. All of them in a new pass.
   *
   * @param rows some of the usable ones, in ascending order
   */
  default void select(int[] rows) {}

  /**
   * A new pass with the same readouts over fewer rows, in which an image gives the same bits; or
   * this one, if no other would be quicker. This one stays open.
   *
   * @param needed how many usable rows it must have, at least 1
   */
  default Pass smaller(int needed) {
    return this;
  }

  /**
   * Chooses how {@link #backward} goes through rectified units; by the gradient in a new pass.
   *
   * @throws InvalidInputException if the network has no rectified units to which the rule applies
   */
  default void setRectifierRule(RectifierRule rule) {
    if (rule == RectifierRule.DECONVNET || rule == RectifierRule.GUIDED) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "this network has no rectified units (ReLU): there is no %s projection",
              rule.name().toLowerCase(Locale.ROOT)));
    }
  }

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

  /**
   * Gives the working memory back at once. A loop that makes passes must close them: the garbage
   * collector does not see how large they are.
   */
  @Override
  default void close() {}
}
