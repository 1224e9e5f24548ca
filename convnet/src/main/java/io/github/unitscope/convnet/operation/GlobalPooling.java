package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import java.util.List;

/** One value of every channel: its mean or its greatest value. */
public enum GlobalPooling implements Operation {
  /** The mean. */
  AVERAGE,
  /** The greatest value. */
  MAXIMUM;

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    return new ImageShape(Shapes.only(inputs).channels(), 1, 1);
  }

  @Override
  public LocalReceptiveField receptiveField(ImageShape input) {
    return null;
  }

  @Override
  public boolean hasKinks() {
    return this == MAXIMUM;
  }

  @Override
  public OperationKernel prepare(List<ImageShape> inputs) {
    ImageShape input = inputs.get(0);
    if (this == AVERAGE) {
      return new PlaneMeans(input);
    }
    Window whole = Window.of(input.height(), input.width(), 1, Padding.VALID);
    return new MaxPooling(whole).prepare(inputs);
  }
}
