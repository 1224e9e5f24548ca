package io.github.unitscope.benchmarks;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.Node;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.DepthwiseConvolution;
import io.github.unitscope.network.Layer;
import java.util.List;

/** Floating-point operations that work needs, a multiplication and an addition being two. */
public final class Operations {
  /** Up, down and up again, and two products for the gradient of the weights. */
  private static final int PRODUCTS_OF_TRAINING = 5;

  private Operations() {}

  /** A row through fully connected layers of these sizes, the input first, in one direction. */
  public static double oneWay(List<Integer> sizes) {
    double operations = 0;
    for (int layer = 1; layer < sizes.size(); layer++) {
      operations += 2.0 * sizes.get(layer - 1) * sizes.get(layer);
    }
    return operations;
  }

  /** The value of a unit and its gradient with respect to the image. */
  public static double gradient(List<Integer> sizes) {
    return 2 * oneWay(sizes);
  }

  /**
   * One image in a step of CD-1, or of a denoising autoencoder with tied weights: both make five
   * products of the same size.
   */
  public static double training(int visible, int hidden) {
    return PRODUCTS_OF_TRAINING * 2.0 * visible * hidden;
  }

  /** One image through the convolutions of a network, in one direction. */
  public static double oneWay(ConvNetwork network) {
    double operations = 0;
    for (Layer layer : network.layers()) {
      Node node = network.nodes().get(layer.index() - 1);
      if (node.operation() instanceof Convolution convolution) {
        double weights = (double) convolution.weights().rows() * convolution.weights().columns();
        operations += 2 * weights * layer.places();
      } else if (node.operation() instanceof DepthwiseConvolution depthwise) {
        operations += 2.0 * depthwise.window().size() * layer.units();
      }
    }
    return operations;
  }
}
