package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;
import java.util.Locale;

/** Checks of what goes into an operation. */
final class Shapes {
  private Shapes() {}

  /** The only input. */
  static ImageShape only(List<ImageShape> inputs) {
    if (inputs.size() != 1) {
      throw new InvalidInputException("one input is needed, not " + inputs.size());
    }
    return inputs.get(0);
  }

  /** The only input, with so many channels. */
  static ImageShape only(List<ImageShape> inputs, int channels) {
    ImageShape input = only(inputs);
    if (input.channels() != channels) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the weights are for %d channels where the input has %d",
              channels,
              input.channels()));
    }
    return input;
  }

  static int places(ImageShape shape) {
    return shape.height() * shape.width();
  }

  static Matrix zeros(ImageShape shape) {
    return Matrix.zeros(places(shape), shape.channels());
  }
}
