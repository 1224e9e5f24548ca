package io.github.unitscope.convnet;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.NpyArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a network node by node; each is checked when it is added. */
public final class ConvNetworkBuilder {
  private final ImageShape image;
  private final NetworkPlan.Builder plan;
  private final List<Node> nodes = new ArrayList<>();

  /**
   * @param image the shape of the images
   */
  public ConvNetworkBuilder(ImageShape image) {
    this.image = image;
    this.plan = new NetworkPlan.Builder(image);
  }

  /**
   * Adds a node above all that there are.
   *
   * @return its number, for the inputs of others
   * @throws InvalidInputException if it does not fit its inputs, takes too much memory, has the
   *     name of another, or a parameter that is not a finite number; then it is not added
   */
  public int add(Node node) {
    node.operation().parameters().forEach(ConvNetworkBuilder::requireFinite);
    plan.add(node);
    nodes.add(node);
    return nodes.size();
  }

  private static void requireFinite(String name, NpyArray array) {
    for (float value : array.floats()) {
      if (!Float.isFinite(value)) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT, "its %s would have a value that is not a finite number", name));
      }
    }
  }

  /** The shape of what a node gives; of the image for number 0. */
  public ImageShape shape(int number) {
    return plan.shape(number);
  }

  /**
   * The network of all nodes.
   *
   * @param input what it expects of the images
   * @param classes the names of the classes; empty for numbers
   * @throws InvalidInputException if there is no node, or the input or the classes do not fit
   */
  public ConvNetwork build(InputDeclaration input, List<String> classes) {
    return new ConvNetwork(image, input, nodes, classes);
  }
}
