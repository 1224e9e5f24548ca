package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import java.util.List;

/**
 * One operation of a convolutional network, as it is at inference. Immutable; the working memory is
 * in its {@linkplain Evaluation evaluations}.
 */
public interface Operation {

  /**
   * The shape of what comes out.
   *
   * @param inputs the shapes of what goes in
   * @throws io.github.unitscope.network.message.InvalidInputException if these cannot go in
   */
  ImageShape outputShape(List<ImageShape> inputs);

  /**
   * Which places of its input the output sees; null where every output sees all.
   *
   * @param input the shape of one input
   */
  default Sight sight(ImageShape input) {
    return Sight.POINT;
  }

  /** How many values its working memory has for one image, beside what goes in and comes out. */
  default long workingValues(List<ImageShape> inputs) {
    return 0;
  }

  /** Working memory for one image at a time. */
  Evaluation prepare(List<ImageShape> inputs);
}
