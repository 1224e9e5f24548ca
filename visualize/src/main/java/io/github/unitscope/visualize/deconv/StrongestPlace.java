package io.github.unitscope.visualize.deconv;

import io.github.unitscope.network.Layer;
import io.github.unitscope.visualize.dataexamples.Example;

/**
 * Where a feature map is strongest on an image; of equal ones the first in reading order. The
 * pre-activation says where that is, since it tells saturated units (ReLU6, sigmoid) apart too.
 *
 * @param channel of the layer: the feature map
 * @param image by its index
 * @param row of the map
 * @param column of the map
 * @param preactivation there
 */
public record StrongestPlace(int channel, int image, int row, int column, float preactivation) {

  static StrongestPlace of(Layer layer, int channel, Example example) {
    int width = layer.shape().width();
    return new StrongestPlace(
        channel,
        example.image(),
        example.place() / width,
        example.place() % width,
        // Not −0, which would be printed so.
        example.value() + 0f);
  }

  /** The number of the unit at this place. */
  public int unit(Layer layer) {
    return (channel * layer.shape().height() + row) * layer.shape().width() + column;
  }
}
