package io.github.unitscope.convnet.keras;

/** What a kind of Keras layers becomes; see {@link LayerKinds}. */
@FunctionalInterface
interface LayerKind {
  /**
   * Adds the nodes of a call.
   *
   * @return what comes out of the last one
   * @throws io.github.unitscope.network.message.InvalidInputException if the layer cannot be
   *     translated; the message is half a sentence about the layer
   */
  KerasTensor translate(LayerCall call);
}
