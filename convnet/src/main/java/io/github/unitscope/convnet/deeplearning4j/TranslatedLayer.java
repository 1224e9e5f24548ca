package io.github.unitscope.convnet.deeplearning4j;

import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.convnet.operation.Operation;
import java.util.List;

/**
 * A layer as operations.
 *
 * @param before operations that come first, for layers that are made of several
 * @param operation the last one
 * @param nonlinearity after it; null for none
 * @param order of the layer's arrays; null where it does not say
 */
record TranslatedLayer(
    List<Operation> before, Operation operation, Operation nonlinearity, ChannelOrder order) {

  static TranslatedLayer of(Operation operation, Operation nonlinearity, ChannelOrder order) {
    return new TranslatedLayer(List.of(), operation, nonlinearity, order);
  }
}
