package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.operation.ChannelAffine;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Arrays;

/** Layers that scale and shift. */
final class ScalingLayers {
  /** What Keras adds to a variance unless it is told otherwise. */
  private static final double USUAL_EPSILON = 1e-3;

  private ScalingLayers() {}

  static KerasTensor batchNormalization(LayerCall call) {
    KerasTensor input = call.input();
    int[] axes = call.config().has("axis") ? call.config().wholes("axis") : new int[] {-1};
    if (axes.length != 1 || input.axis(axes[0]) != KerasTensor.Axis.CHANNELS) {
      throw new InvalidInputException(
          "it normalizes along " + Arrays.toString(axes) + ", which are not the channels");
    }
    int channels = input.shape().channels();
    float[] mean = call.weights().get("moving_mean").require(channels).values();
    float[] variance = call.weights().get("moving_variance").require(channels).values();
    float[] gamma = optional(call, "scale", "gamma", channels, 1);
    float[] beta = optional(call, "center", "beta", channels, 0);
    call.remember(mean, variance);
    double epsilon = call.config().number("epsilon", USUAL_EPSILON);
    return call.add(ChannelAffine.batchNormalization(gamma, beta, mean, variance, epsilon), null);
  }

  private static float[] optional(
      LayerCall call, String setting, String array, int channels, float otherwise) {
    if (call.config().flag(setting, true)) {
      return call.weights().get(array).require(channels).values();
    }
    float[] values = new float[channels];
    Arrays.fill(values, otherwise);
    return values;
  }

  /** One scale and one offset for all channels, as it stands before the first convolution. */
  static KerasTensor rescaling(LayerCall call) {
    if (call.input().node() != 0) {
      throw new InvalidInputException("it scales what is not the image");
    }
    float[] scale = new float[call.input().shape().channels()];
    float[] shift = new float[scale.length];
    Arrays.fill(scale, (float) call.config().number("scale", 1));
    Arrays.fill(shift, (float) call.config().number("offset", 0));
    return call.add(new ChannelAffine(scale, shift), null);
  }
}
