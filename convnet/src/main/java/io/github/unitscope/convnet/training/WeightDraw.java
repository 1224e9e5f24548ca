package io.github.unitscope.convnet.training;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The weights before training, normally distributed; biases are 0. They are drawn here, since
 * Deeplearning4j draws all layers from one stream.
 */
final class WeightDraw {
  private WeightDraw() {}

  static void into(MultiLayerNetwork network, Nonlinearity nonlinearity, Seed seed) {
    int last = network.getnLayers() - 1;
    for (Map.Entry<String, INDArray> parameter : network.paramTable().entrySet()) {
      String[] name = parameter.getKey().split("_");
      int layer = Integer.parseInt(name[0]);
      if (name[1].equals("W")) {
        // The softmax is not rectified, whatever the layers below it are.
        Nonlinearity here = layer == last ? Nonlinearity.TANH : nonlinearity;
        draw(parameter.getValue(), here, seed.derive(layer));
      }
    }
  }

  /** Of a convolution [out, in, height, width], of a dense layer [in, out]. */
  private static void draw(INDArray weights, Nonlinearity nonlinearity, Seed seed) {
    long[] shape = weights.shape();
    boolean convolution = shape.length == 4;
    long window = convolution ? shape[2] * shape[3] : 1;
    long in = window * shape[convolution ? 1 : 0];
    long out = window * shape[convolution ? 0 : 1];
    double deviation = Math.sqrt(nonlinearity.weightVariance(in, out));
    SplitMix64 random = seed.stream();
    float[] values = new float[Math.toIntExact(weights.length())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    weights.assign(Nd4j.create(values, shape, 'c'));
  }
}
