package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import java.util.List;

/**
 * The mean of every window.
 *
 * @param window that moves over every channel
 * @param countPadding whether padding counts as zeros; otherwise the mean is over what lies inside
 */
public record AveragePooling(Window window, boolean countPadding) implements Operation {

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    ImageShape input = Shapes.only(inputs);
    return window.outputShape(input, input.channels());
  }

  @Override
  public LocalReceptiveField receptiveField(ImageShape input) {
    return window.receptiveField(input);
  }

  @Override
  public OperationKernel prepare(List<ImageShape> inputs) {
    return new WindowMeans(this, inputs.get(0));
  }
}
