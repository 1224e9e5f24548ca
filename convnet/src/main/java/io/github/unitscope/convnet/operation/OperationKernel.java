package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;

/**
 * An operation at work on one image at a time. Values are matrices [places, channels]: the planes
 * of the channels lie one behind the other, each row by row. Remembers nothing from one call to the
 * next, so that one kernel serves any number of images in turn. Not safe for use by several
 * threads.
 */
public interface OperationKernel {

  /**
   * Computes the output.
   *
   * @param inputs [places, channels] each
   * @param output [places, channels], overwritten
   */
  void forward(List<Matrix> inputs, Matrix output);

  /**
   * Takes a gradient back.
   *
   * @param inputs as they went forward
   * @param output as it came out
   * @param outputGradient of the shape of {@code output}; holds anything afterwards
   * @param inputGradients added to
   * @param rule how rectified units let a signal through
   */
  void backward(
      List<Matrix> inputs,
      Matrix output,
      Matrix outputGradient,
      List<Gradient> inputGradients,
      RectifierRule rule);

  /** Gives working memory back that is not Java's own. */
  default void close() {}
}
