package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.network.ImageShape;
import java.util.List;

/**
 * What a layer gives, as Keras counts it. Where the channels are decides what an axis is; so it is
 * followed from layer to layer instead of being taken from the settings of a single one.
 *
 * @param node its number in the network
 * @param shape of what the node gives
 * @param axes 1 for a vector [channels], 2 for a plane [rows, columns], 3 for an image
 * @param order of an image's axes; of a vector or plane, that of the images before it
 */
record KerasTensor(int node, ImageShape shape, int axes, ChannelOrder order) {

  KerasTensor at(int newNode, ImageShape newShape) {
    return new KerasTensor(newNode, newShape, axes, order);
  }

  KerasTensor vector() {
    return new KerasTensor(node, shape, 1, order);
  }

  boolean isImage() {
    return axes == 3;
  }

  /** What an axis counts, from 1 or from the end backwards; −1 is the last. */
  Axis axis(int number) {
    int index = number < 0 ? axes + number : number - 1;
    List<Axis> all =
        switch (axes) {
          case 1 -> List.of(Axis.CHANNELS);
          case 2 -> List.of(Axis.ROWS, Axis.COLUMNS);
          default ->
              order == ChannelOrder.CHANNELS_LAST
                  ? List.of(Axis.ROWS, Axis.COLUMNS, Axis.CHANNELS)
                  : List.of(Axis.CHANNELS, Axis.ROWS, Axis.COLUMNS);
        };
    return index >= 0 && index < axes ? all.get(index) : Axis.NONE;
  }

  /** What an axis counts. */
  enum Axis {
    CHANNELS,
    ROWS,
    COLUMNS,
    /** There is no such axis. */
    NONE
  }
}
