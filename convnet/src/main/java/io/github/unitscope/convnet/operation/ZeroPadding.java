package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Arrays;
import java.util.List;

/**
 * Zeros around every channel.
 *
 * @param padding how many; not {@link Padding#SAME}
 */
public record ZeroPadding(Padding padding) implements Operation {

  /**
   * @throws InvalidInputException if the padding says no numbers
   */
  public ZeroPadding {
    if (padding == null || padding.same()) {
      throw new InvalidInputException("zero padding needs numbers of rows and columns");
    }
  }

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    ImageShape input = Shapes.only(inputs);
    return Window.of(1, 1, 1, padding).outputShape(input, input.channels());
  }

  @Override
  public LocalReceptiveField receptiveField(ImageShape input) {
    return Window.of(1, 1, 1, padding).receptiveField(input);
  }

  /** A window of one pixel that moves over the padded image. */
  @Override
  public OperationKernel prepare(List<ImageShape> inputs) {
    int channels = inputs.get(0).channels();
    float[][] ones = new float[channels][];
    Arrays.setAll(ones, i -> new float[] {1});
    return new DepthwiseConvolution(Window.of(1, 1, 1, padding), 1, ones, new float[channels])
        .prepare(inputs);
  }
}
