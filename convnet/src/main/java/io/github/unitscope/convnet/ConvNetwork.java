package io.github.unitscope.convnet;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.DepthwiseConvolution;
import io.github.unitscope.network.Classifying;
import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.ReceptiveField;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A convolutional network at inference: a graph of {@linkplain Node nodes}, each a layer, with
 * exact gradients with respect to the image. Takes images with values in [0, 1] and turns them into
 * what the network was trained on. Immutable.
 */
public final class ConvNetwork implements Convolutional, Classifying {
  private final ImageShape inputShape;
  private final InputDeclaration input;
  private final List<Node> nodes;
  private final List<String> classes;
  private final NetworkPlan plan;
  private final List<Layer> layers;

  /**
   * @param inputShape of the images
   * @param input what the network expects of them
   * @param nodes in an order in which each comes after its inputs
   * @param classes the names of the classes; empty for numbers
   * @throws InvalidInputException if something does not fit
   */
  public ConvNetwork(
      ImageShape inputShape, InputDeclaration input, List<Node> nodes, List<String> classes) {
    this.inputShape = inputShape;
    this.input = input;
    this.nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new InvalidInputException("a network needs at least one layer");
    }
    input.operation(inputShape.channels());
    this.plan = NetworkPlan.of(inputShape, this.nodes);
    List<Layer> described = new ArrayList<>();
    for (int i = 1; i <= nodes.size(); i++) {
      described.add(new Layer(i, nodes.get(i - 1).name(), plan.shapes().get(i)));
    }
    this.layers = List.copyOf(described);
    this.classes = named(classes);
  }

  private List<String> named(List<String> names) {
    int softmax = softmax();
    if (softmax == 0) {
      return List.of();
    }
    int count = layers.get(softmax - 1).units();
    if (names.isEmpty()) {
      return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }
    if (names.size() != count) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "%d names for %d classes", names.size(), count));
    }
    return List.copyOf(names);
  }

  /** The number of the softmax at the end, after which values are only put into another shape. */
  private int softmax() {
    for (int number = nodes.size(); number >= 1; number--) {
      Node node = nodes.get(number - 1);
      if (node.nonlinearity() != null && node.nonlinearity().givesProbabilities()) {
        return number;
      }
      if (!node.operation().keepsValues() || node.nonlinearity() != null) {
        return 0;
      }
    }
    return 0;
  }

  @Override
  public ImageShape inputShape() {
    return inputShape;
  }

  /** What the network expects of an image. */
  public InputDeclaration input() {
    return input;
  }

  /** The layers, from the input upwards. */
  public List<Node> nodes() {
    return nodes;
  }

  @Override
  public boolean isSmooth() {
    return nodes.stream().noneMatch(Node::hasKinks);
  }

  @Override
  public ImageRange imageRange() {
    return ImageRange.UNIT;
  }

  @Override
  public List<Layer> layers() {
    return layers;
  }

  @Override
  @MustBeClosed
  public Pass newPass(Set<Readout> readouts) {
    return newPass(readouts, ConvPass.usualRows(this, plan, readouts));
  }

  @Override
  @MustBeClosed
  public Pass newPass(Set<Readout> readouts, int rows) {
    readouts.forEach(readout -> layer(readout.layer()));
    return new ConvPass(this, readouts, rows);
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public Readout logits() {
    return new Readout(requireClasses(), Quantity.PREACTIVATION);
  }

  @Override
  public Readout probabilities() {
    return new Readout(requireClasses(), Quantity.ACTIVATION);
  }

  private int requireClasses() {
    int softmax = softmax();
    if (softmax == 0) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "this network has no classes: its last layer, %s, is not a softmax",
              nodes.get(nodes.size() - 1).name()));
    }
    return softmax;
  }

  @Override
  public ReceptiveField receptiveField(int layer) {
    return plan.fields().get(layer(layer).index());
  }

  @Override
  public List<Layer> convolutions() {
    return layers.stream().filter(layer -> convolves(nodes.get(layer.index() - 1))).toList();
  }

  private boolean convolves(Node node) {
    if (node.operation() instanceof Convolution) {
      ImageShape below = plan.shapes().get(node.inputs().get(0));
      return below.height() * below.width() > 1;
    }
    return node.operation() instanceof DepthwiseConvolution;
  }

  @Override
  public Filters filters(int layer) {
    Node node = nodes.get(layer(layer).index() - 1);
    if (!(node.operation() instanceof Convolution convolution) || node.inputs().get(0) != 0) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "layer %s does not convolve the image: its filters are not images",
              node.name()));
    }
    ImageShape shape =
        new ImageShape(
            inputShape.channels(), convolution.window().height(), convolution.window().width());
    Matrix declared = input.operation(inputShape.channels()).weights();
    float[][] values = new float[convolution.bias().length][shape.size()];
    int size = convolution.window().size();
    for (int filter = 0; filter < values.length; filter++) {
      for (int i = 0; i < shape.size(); i++) {
        double sum = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
          sum +=
              (double) declared.get(i / size, channel)
                  * convolution.weights().get(channel * size + i % size, filter);
        }
        values[filter][i] = (float) sum;
      }
    }
    return new Filters(shape, values, convolution.window().rowStride());
  }

  @Override
  public ConvNetwork resized(int height, int width) {
    return new ConvNetwork(
        new ImageShape(inputShape.channels(), height, width), input, nodes, classes);
  }
}
