package io.github.unitscope.convnet.training;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.random.Seed;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network of Deeplearning4j that looks at one shard at a time. All replicas read the same
 * parameters; each has its own gradient and working memory. For one thread at a time.
 */
final class Replica {
  private final MultiLayerNetwork network;
  private final CountingCrossEntropy loss;
  private final int classes;
  private final float[] pixels;

  /**
   * @param parameters that it shares with others; null for parameters of its own, all zero
   */
  Replica(ConvNetSettings settings, ImageShape input, int classes, INDArray parameters) {
    this.network = new MultiLayerNetwork(NetworkLayers.configuration(settings, input, classes));
    this.network.init(parameters, false);
    this.network.initGradientsView();
    this.loss =
        (CountingCrossEntropy)
            ((OutputLayer) network.getOutputLayer().conf().getLayer()).getLossFn();
    this.classes = classes;
    this.pixels = new float[input.size()];
  }

  MultiLayerNetwork network() {
    return network;
  }

  /**
   * Computes the gradient of the summed loss of some images, with dropout.
   *
   * @param indices of the images
   * @param dropout seeds what is dropped
   * @param gradient [parameters], overwritten
   */
  Outcome gradient(ImageSet images, int[] indices, Seed dropout, float[] gradient) {
    // ND4J has a stream of random numbers for every thread; dropout draws from this thread's.
    Nd4j.getRandom().setSeed(dropout.value());
    network.setInput(features(images, indices));
    network.setLabels(labels(images, indices));
    network.computeGradientAndScore();
    network.getGradientsViewArray().data().asNioFloat().get(0, gradient);
    return new Outcome(indices.length, loss.right(), network.score() * indices.length);
  }

  /** How well it recognizes some images, without dropout. */
  Outcome test(ImageSet images, int[] indices) {
    float[][] probabilities = network.output(features(images, indices), false).toFloatMatrix();
    int right = 0;
    double sum = 0;
    for (int i = 0; i < indices.length; i++) {
      int label = images.label(indices[i]);
      right += Logits.largest(probabilities[i]) == label ? 1 : 0;
      sum -= Math.log(Math.max(probabilities[i][label], Float.MIN_NORMAL));
    }
    return new Outcome(indices.length, right, sum);
  }

  private INDArray features(ImageSet images, int[] indices) {
    ImageShape shape = images.shape();
    float[] values = new float[Math.multiplyExact(indices.length, shape.size())];
    for (int i = 0; i < indices.length; i++) {
      images.read(indices[i], pixels);
      System.arraycopy(pixels, 0, values, i * pixels.length, pixels.length);
    }
    long[] full = {indices.length, shape.channels(), shape.height(), shape.width()};
    return Nd4j.create(values, full, 'c');
  }

  private INDArray labels(ImageSet images, int[] indices) {
    INDArray labels = Nd4j.zeros(DataType.FLOAT, indices.length, classes);
    for (int i = 0; i < indices.length; i++) {
      labels.putScalar(i, images.label(indices[i]), 1);
    }
    return labels;
  }
}
