package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.operation.ActivationFunction;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Softmax;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The non-linearities that a layer names in its settings. */
final class Activations {
  private static final String LINEAR = "linear";

  /** Keras' slope of the function, which differs from that of the layer. */
  private static final double LEAKY_SLOPE = 0.2;

  private static final Map<String, Operation> KNOWN =
      Map.ofEntries(
          Map.entry("relu", Rectifier.RELU),
          Map.entry("relu6", Rectifier.RELU6),
          Map.entry("leaky_relu", new Rectifier(Double.POSITIVE_INFINITY, LEAKY_SLOPE)),
          Map.entry("tanh", ActivationFunction.TANH),
          Map.entry("sigmoid", ActivationFunction.SIGMOID),
          Map.entry("elu", ActivationFunction.ELU),
          Map.entry("selu", ActivationFunction.SELU),
          Map.entry("softplus", ActivationFunction.SOFTPLUS),
          Map.entry("softsign", ActivationFunction.SOFTSIGN),
          Map.entry("swish", ActivationFunction.SWISH),
          Map.entry("silu", ActivationFunction.SWISH),
          Map.entry("softmax", Softmax.OVER_CHANNELS));

  private Activations() {}

  /**
   * What comes after a layer; null for nothing.
   *
   * @param input of the layer: the output has the same axes
   * @throws InvalidInputException if it is not known
   */
  static Operation of(LayerConfig config, KerasTensor input) {
    String name = config.text("activation", LINEAR);
    if (name.equals(LINEAR)) {
      return null;
    }
    if (name.equals("softmax")) {
      return softmax(input, -1);
    }
    Operation known = KNOWN.get(name);
    if (known == null) {
      TreeSet<String> names = new TreeSet<>(KNOWN.keySet());
      names.add(LINEAR);
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "unknown activation '%s'; expected one of %s",
              name,
              String.join(", ", names)));
    }
    return known;
  }

  static Operation softmax(KerasTensor input, int axis) {
    if (input.axis(axis) != KerasTensor.Axis.CHANNELS) {
      throw new InvalidInputException("its softmax is along axis " + axis + ", not the channels");
    }
    return Softmax.OVER_CHANNELS;
  }
}
