package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.storage.NpyArray;
import java.util.List;
import java.util.Map;

/**
 * One operation of a convolutional network, as it is at inference. Immutable; the working memory is
 * in its {@linkplain OperationKernel kernels}.
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
  default LocalReceptiveField receptiveField(ImageShape input) {
    return LocalReceptiveField.POINT;
  }

  /** Whether its gradient jumps somewhere, as that of a rectifier does at 0. */
  default boolean hasKinks() {
    return false;
  }

  /** Whether rules for rectified units, such as guided backpropagation, apply to it. */
  default boolean rectifies() {
    return false;
  }

  /** Whether what comes out are probabilities of classes. */
  default boolean givesProbabilities() {
    return false;
  }

  /** Whether the same values come out, if in another shape. */
  default boolean keepsValues() {
    return false;
  }

  /** How many values its working memory has for one image, beside what goes in and comes out. */
  default long workingValues(List<ImageShape> inputs) {
    return 0;
  }

  /** The weights by their names in {@code weights.npz}, in the order in which they are written. */
  default Map<String, NpyArray> parameters() {
    return Map.of();
  }

  /** Working memory for one image at a time. */
  OperationKernel prepare(List<ImageShape> inputs);
}
