package io.github.unitscope.benchmarks.peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.GradientCollector;
import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.Node;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.DepthwiseConvolution;
import io.github.unitscope.convnet.operation.GlobalPooling;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.benchmarks.Done;
import io.github.unitscope.benchmarks.Operations;
import io.github.unitscope.network.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Steps of Adam on the pixels for logits of a convolutional network without branches, by autograd.
 *
 * <p>The stack has the shapes and the weights of the network's convolutions and its rectifiers;
 * batch normalization is left out as if it had been folded in, and padding is symmetric. So the
 * values are others than unitscope's, and the work is no more.
 */
final class TorchConvNet extends TorchWorkload {
  private static final double RATE = 0.05;
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;
  private static final double MOST = 6;

  private final ConvNetwork network;
  private final int images;
  private final int steps;

  TorchConvNet(ConvNetwork network, int images, int steps, int threads) {
    super("convnet-" + network.inputShape().width(), "image-step", threads);
    this.network = network;
    this.images = images;
    this.steps = steps;
  }

  @Override
  Supplier<Done> prepare(NDManager manager, Seed seed) {
    List<UnaryOperator<NDArray>> layers = new ArrayList<>();
    network.nodes().forEach(node -> addLayer(manager, node, layers));
    Shape shape = new Shape(images, 3, network.inputShape().height(), network.inputShape().width());
    NDArray start = manager.randomNormal(shape).muli(0.04).addi(0.5);
    int classes = network.classes().size();
    float[][] chosen = new float[images][classes];
    for (int i = 0; i < images; i++) {
      chosen[i][i % classes] = 1;
    }
    NDArray mask = manager.create(chosen);
    return () -> ascend(manager, layers, start, mask);
  }

  private static void addLayer(NDManager manager, Node node, List<UnaryOperator<NDArray>> layers) {
    if (node.operation() instanceof Convolution convolution) {
      Window window = convolution.window();
      NDArray weights =
          manager
              .create(convolution.weights().toRows())
              .transpose()
              .reshape(
                  convolution.bias().length,
                  convolution.inputChannels(),
                  window.height(),
                  window.width());
      layers.add(convolve(weights, manager.create(convolution.bias()), window, 1));
    } else if (node.operation() instanceof DepthwiseConvolution depthwise) {
      Window window = depthwise.window();
      NDArray kernels =
          manager
              .create(depthwise.kernels())
              .reshape(depthwise.kernels().length, 1, window.height(), window.width());
      int groups = depthwise.kernels().length / depthwise.multiplier();
      layers.add(convolve(kernels, manager.create(depthwise.bias()), window, groups));
    } else if (node.operation() instanceof GlobalPooling) {
      layers.add(x -> x.mean(new int[] {3}, true).mean(new int[] {2}, true));
    }
    if (node.operation() instanceof Rectifier || node.nonlinearity() instanceof Rectifier) {
      layers.add(x -> x.clip(0, MOST));
    }
  }

  private static UnaryOperator<NDArray> convolve(
      NDArray weights, NDArray bias, Window window, int groups) {
    Shape stride = new Shape(window.rowStride(), window.columnStride());
    Shape padding = new Shape(window.height() / 2, window.width() / 2);
    Shape dilation = new Shape(1, 1);
    return x ->
        Conv2d.conv2d(x, weights, bias, stride, padding, dilation, groups).singletonOrThrow();
  }

  private Done ascend(
      NDManager manager, List<UnaryOperator<NDArray>> layers, NDArray start, NDArray mask) {
    try (NDManager round = manager.newSubManager()) {
      NDArray x = start.duplicate();
      x.attach(round);
      x.setRequiresGradient(true);
      NDArray mean = round.zeros(x.getShape());
      NDArray square = round.zeros(x.getShape());
      // As unitscope does, which looks at the images once more at the end.
      for (int step = 1; step <= steps + 1; step++) {
        try (NDManager scope = round.newSubManager();
            GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
          x.tempAttach(scope);
          mask.tempAttach(scope);
          NDArray out = x.mul(2).sub(1);
          for (UnaryOperator<NDArray> layer : layers) {
            out = layer.apply(out);
          }
          collector.backward(out.reshape(mask.getShape()).mul(mask).sum());
        }
        if (step <= steps) {
          move(round, x, mean, square, step);
        }
        x.getGradient().muli(0);
      }
    }
    double evaluations = (double) images * (steps + 1);
    return new Done(evaluations, evaluations * 2 * Operations.oneWay(network));
  }

  private static void move(NDManager round, NDArray x, NDArray mean, NDArray square, int step) {
    try (NDManager scope = round.newSubManager()) {
      NDArray gradient = x.getGradient();
      gradient.attach(scope);
      mean.muli(BETA1).addi(gradient.mul(1 - BETA1));
      square.muli(BETA2).addi(gradient.square().muli(1 - BETA2));
      double correction = Math.sqrt(1 - Math.pow(BETA2, step)) / (1 - Math.pow(BETA1, step));
      NDArray change = mean.div(square.sqrt().addi(EPSILON)).muli(RATE * correction);
      x.addi(change);
    }
  }
}
