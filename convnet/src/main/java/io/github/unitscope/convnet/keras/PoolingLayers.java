package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.operation.AveragePooling;
import io.github.unitscope.convnet.operation.GlobalPooling;
import io.github.unitscope.convnet.operation.MaxPooling;

/** Maxima and means of windows, and of whole planes. */
final class PoolingLayers {
  private PoolingLayers() {}

  static KerasTensor maximum(LayerCall call) {
    return call.add(call.image(), new MaxPooling(Windows.ofPool(call.config())), null);
  }

  /** Keras' mean is over what lies inside of the image. */
  static KerasTensor average(LayerCall call) {
    return call.add(call.image(), new AveragePooling(Windows.ofPool(call.config()), false), null);
  }

  static KerasTensor all(LayerCall call, GlobalPooling pooling) {
    KerasTensor pooled = call.add(call.image(), pooling, null);
    return call.config().flag("keepdims", false) ? pooled : pooled.vector();
  }
}
