package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.operation.ActivationFunction;
import io.github.unitscope.convnet.operation.Identity;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.network.message.InvalidInputException;

/** Non-linearities that are layers of their own. */
final class ActivationLayers {
  /** Keras' slope of a leaky ReLU unless it is told otherwise. */
  private static final double USUAL_SLOPE = 0.3;

  private ActivationLayers() {}

  static KerasTensor activation(LayerCall call) {
    return add(call, Activations.of(call.config(), call.input()));
  }

  private static KerasTensor add(LayerCall call, Operation nonlinearity) {
    return call.add(Identity.OF_INPUT, nonlinearity);
  }

  static KerasTensor rectifier(LayerCall call) {
    if (call.config().number("threshold", 0) != 0) {
      throw new InvalidInputException("it has a threshold other than 0");
    }
    double ceiling = call.config().number("max_value", Double.POSITIVE_INFINITY);
    return add(call, new Rectifier(ceiling, call.config().number("negative_slope", 0)));
  }

  /** Keras 3 has another name for the slope. */
  static KerasTensor leakyRectifier(LayerCall call) {
    String name = call.config().has("negative_slope") ? "negative_slope" : "alpha";
    double slope = call.config().number(name, USUAL_SLOPE);
    return add(call, new Rectifier(Double.POSITIVE_INFINITY, slope));
  }

  static KerasTensor elu(LayerCall call) {
    if (call.config().number("alpha", 1) != 1) {
      throw new InvalidInputException("its alpha is not 1");
    }
    return add(call, ActivationFunction.ELU);
  }

  static KerasTensor softmax(LayerCall call) {
    int axis = call.config().has("axis") ? call.config().whole("axis", -1) : -1;
    return add(call, Activations.softmax(call.input(), axis));
  }
}
