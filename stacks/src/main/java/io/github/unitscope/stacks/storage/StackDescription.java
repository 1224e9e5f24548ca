package io.github.unitscope.stacks.storage;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.TrainedOn;
import java.util.List;
import java.util.Locale;

/** What {@code model.json} says of every stack. */
public interface StackDescription {
  /** More layers than any network has; a stranger's file must not make many arrays. */
  int MOST_LAYERS = 100;

  /** The shape of the images. */
  ImageShape input();

  /** Hidden units of every layer that there is, the lowest first. */
  List<Integer> layers();

  /** Mean L2 norm of the training images: the radius for maximization. */
  double meanInputNorm();

  /** The dataset that it was trained on; empty where that is not known. */
  String data();

  /** The images that it was trained on. */
  default TrainedOn trainedOn() {
    return new TrainedOn(meanInputNorm(), data());
  }

  /**
   * Checks which format a file has.
   *
   * @throws InvalidInputException if it is another one
   */
  static void requireFormat(String expectedKind, int expectedVersion, String kind, int version) {
    require(
        expectedKind.equals(kind),
        String.format(Locale.ROOT, "the model kind is '%s', not '%s'", kind, expectedKind));
    require(
        version == expectedVersion,
        String.format(
            Locale.ROOT,
            "format version %d is not %d: use the unitscope that wrote it",
            version,
            expectedVersion));
  }

  /**
   * Checks the layers.
   *
   * @return a copy of them
   * @throws InvalidInputException if they are not those of a network
   */
  static List<Integer> requireLayers(ImageShape input, List<Integer> layers) {
    require(
        input != null && layers != null && !layers.isEmpty() && layers.size() <= MOST_LAYERS,
        "a model needs an input and 1 to " + MOST_LAYERS + " layers");
    List<Integer> copy = List.copyOf(layers);
    require(copy.stream().allMatch(units -> units >= 1), "a layer needs at least one unit");
    return copy;
  }

  /**
   * Checks anything else.
   *
   * @throws InvalidInputException with that message if the condition does not hold
   */
  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new InvalidInputException(otherwise);
    }
  }
}
