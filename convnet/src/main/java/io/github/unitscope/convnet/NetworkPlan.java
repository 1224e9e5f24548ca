package io.github.unitscope.convnet;

import io.github.unitscope.convnet.operation.Identity;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.ReceptiveField;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The shapes and receptive fields of all nodes, for images of one size.
 *
 * @param shapes of the image and of every node
 * @param fields of the image and of every node
 */
record NetworkPlan(List<ImageShape> shapes, List<ReceptiveField> fields) {
  /** As many as a matrix holds. */
  private static final long MOST_OF_LAYER = (1 << 29) - 1;

  /** Of all layers for one image: 4 GiB, a hundred times those of VGG-16 and its like. */
  private static final long MOST_VALUES = 1 << 30;

  static NetworkPlan of(ImageShape image, List<Node> nodes) {
    Builder plan = new Builder(image);
    for (Node node : nodes) {
      try {
        plan.add(node);
      } catch (InvalidInputException e) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT, "layer %s with images of %s: %s", node.name(), image, e.getMessage()),
            e);
      }
    }
    return new NetworkPlan(List.copyOf(plan.shapes), List.copyOf(plan.fields));
  }

  /** A plan that grows by one node at a time. */
  static final class Builder {
    private final ImageShape image;
    private final List<ImageShape> shapes = new ArrayList<>();
    private final List<ReceptiveField> fields = new ArrayList<>(List.of(ReceptiveField.PIXEL));
    private final Set<String> names = new HashSet<>();
    private long total;

    Builder(ImageShape image) {
      this.image = image;
      shapes.add(image);
    }

    ImageShape shape(int number) {
      return shapes.get(number);
    }

    /**
     * Adds a node.
     *
     * @throws InvalidInputException if it does not fit; then nothing is added
     */
    void add(Node node) {
      requireSound(node, shapes.size(), names);
      List<ImageShape> inputs = node.inputs().stream().map(shapes::get).toList();
      ImageShape before = node.operation().outputShape(inputs);
      ImageShape shape =
          node.nonlinearity() == null ? before : node.nonlinearity().outputShape(List.of(before));
      long room = requireRoom(shape.size() + node.operation().workingValues(inputs), MOST_OF_LAYER);
      requireRoom(total + room, MOST_VALUES);
      List<ReceptiveField> below = node.inputs().stream().map(fields::get).toList();
      fields.add(ReceptiveFields.above(node.operation(), inputs, below, image));
      shapes.add(shape);
      names.add(node.name());
      total += room;
    }
  }

  private static long requireRoom(long values, long most) {
    if (values > most) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%d values would be needed for one image, and %d are the most: use smaller images",
              values,
              most));
    }
    return values;
  }

  private static void requireSound(Node node, int number, Set<String> names) {
    if (names.contains(node.name())) {
      throw new InvalidInputException("there are two layers " + node.name());
    }
    boolean below = node.inputs().stream().allMatch(input -> input >= 0 && input < number);
    if (node.inputs().isEmpty() || !below) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "its inputs %s must be below it", node.inputs()));
    }
  }

  /** Whether a node's pre-activation is its input itself. */
  static boolean passesOn(Node node) {
    return node.operation() == Identity.OF_INPUT;
  }
}
