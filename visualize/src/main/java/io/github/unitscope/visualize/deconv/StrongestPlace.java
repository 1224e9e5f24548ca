package io.github.unitscope.visualize.deconv;

import io.github.unitscope.network.Layer;
import java.util.Comparator;

/**
 * Where a feature map is strongest on an image; of equal ones the first in reading order.
 *
 * @param channel of the layer: the feature map
 * @param image by its index
 * @param row of the map
 * @param column of the map
 * @param activation there
 */
public record StrongestPlace(int channel, int image, int row, int column, float activation) {
  /** The strongest first; of equal ones that of the earlier image. */
  static final Comparator<StrongestPlace> STRONGEST_FIRST =
      Comparator.comparingDouble(StrongestPlace::activation)
          .reversed()
          .thenComparingInt(StrongestPlace::image);

  /** The number of the unit at this place. */
  public int unit(Layer layer) {
    return (channel * layer.shape().height() + row) * layer.shape().width() + column;
  }

  /**
   * The strongest place of a feature map.
   *
   * @param activations [units] of the layer
   */
  static StrongestPlace of(Layer layer, int channel, int image, float[] activations) {
    int first = channel * layer.places();
    int best = first;
    for (int unit = first; unit < first + layer.places(); unit++) {
      best = activations[unit] > activations[best] ? unit : best;
    }
    int place = best - first;
    int width = layer.shape().width();
    return new StrongestPlace(channel, image, place / width, place % width, activations[best]);
  }
}
