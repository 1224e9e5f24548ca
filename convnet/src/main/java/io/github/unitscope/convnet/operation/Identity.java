package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import java.util.List;

/** What does nothing at inference: dropout, and layers that only have a name. */
public enum Identity implements Operation {
  /** The only one. */
  OF_INPUT;

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    return Shapes.only(inputs);
  }

  @Override
  public boolean keepsValues() {
    return true;
  }

  @Override
  public OperationKernel prepare(List<ImageShape> inputs) {
    return Addition.OF_ALL.prepare(inputs);
  }
}
