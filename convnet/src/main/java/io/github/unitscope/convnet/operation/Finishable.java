package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import java.util.List;

/** An operation that can do in its own memory what happens to each of its values next. */
public interface Finishable extends Operation {
  /**
   * Working memory for one image at a time.
   *
   * @param finish what follows the operation
   */
  Evaluation prepare(List<ImageShape> inputs, Finish finish);

  @Override
  default Evaluation prepare(List<ImageShape> inputs) {
    return prepare(inputs, Finish.NONE);
  }
}
