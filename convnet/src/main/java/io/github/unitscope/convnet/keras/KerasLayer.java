package io.github.unitscope.convnet.keras;

import java.util.List;

/**
 * A layer as the architecture describes it.
 *
 * @param kind its class in Keras, such as {@code Conv2D}
 * @param name of the layer, and of its weights
 * @param config its settings
 * @param calls the inputs of every call; a layer that is called twice is two nodes of one weight
 */
record KerasLayer(String kind, String name, LayerConfig config, List<List<CallName>> calls) {
  static final String INPUT = "InputLayer";

  /**
   * A call of a layer: whose output it is.
   *
   * @param layer its name
   * @param number of the call, from 0
   */
  record CallName(String layer, int number) {}

  boolean isInput() {
    return kind.equals(INPUT);
  }
}
