package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import java.util.List;

/** An operation with which what happens to each of its values next can be fused, in its memory. */
public interface Fusable extends Operation {
  /**
   * Working memory for one image at a time.
   *
   * @param epilogue what follows the operation
   */
  OperationKernel prepare(List<ImageShape> inputs, Epilogue epilogue);

  @Override
  default OperationKernel prepare(List<ImageShape> inputs) {
    return prepare(inputs, Epilogue.NONE);
  }
}
