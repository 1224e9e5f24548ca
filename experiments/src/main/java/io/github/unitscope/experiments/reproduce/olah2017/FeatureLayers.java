package io.github.unitscope.experiments.reproduce.olah2017;

import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Which layers stand for early, middle and late. */
final class FeatureLayers {
  private FeatureLayers() {}

  /**
   * The last layer before the convolution after the one at a quarter, a half and all of the way:
   * its non-linearity, where there is one.
   *
   * @throws InvalidInputException if the network has fewer than three convolutions
   */
  static List<Layer> usual(Convolutional network) {
    List<Layer> convolutions = network.convolutions();
    if (convolutions.size() < 3) {
      throw new InvalidInputException(
          "the network has fewer than three convolutions: choose layers with --layers");
    }
    List<Layer> layers = new ArrayList<>();
    int last = convolutions.size() - 1;
    for (int index : new int[] {last / 4, last / 2, last}) {
      layers.add(endOf(network, convolutions, index));
    }
    return layers;
  }

  private static Layer endOf(Convolutional network, List<Layer> convolutions, int index) {
    Layer convolution = convolutions.get(index);
    int end =
        index + 1 < convolutions.size()
            ? convolutions.get(index + 1).index()
            : network.layers().size() + 1;
    Layer found = convolution;
    for (int i = convolution.index() + 1; i < end; i++) {
      Layer layer = network.layer(i);
      if (layer.shape().equals(convolution.shape())) {
        found = layer;
      }
    }
    return found;
  }
}
