package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.StoredWeights;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Convolution (as networks call it: cross-correlation); with a window of one pixel also a fully
 * connected layer.
 *
 * @param window that moves over the image
 * @param inputChannels of the image
 * @param weights [input channels · kernel height · kernel width, output channels], rows in this
 *     order; not to be written
 * @param bias [output channels]
 */
public record Convolution(Window window, int inputChannels, Matrix weights, float[] bias)
    implements Fusable {

  /**
   * @throws InvalidInputException if weights and bias do not fit
   */
  public Convolution {
    if (weights.rows() != inputChannels * window.size() || weights.columns() != bias.length) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "weights [%d, %d] and %d biases do not fit a convolution of %d channels with %dx%d",
              weights.rows(),
              weights.columns(),
              bias.length,
              inputChannels,
              window.height(),
              window.width()));
    }
  }

  /** A fully connected layer. */
  public static Convolution dense(Matrix weights, float[] bias) {
    return new Convolution(Window.POINT, weights.rows(), weights, bias);
  }

  /** The same with less work, where no channel sees another. */
  public Operation simplified() {
    if (!window.isPoint() || weights.rows() != weights.columns()) {
      return this;
    }
    float[] scale = new float[bias.length];
    for (int from = 0; from < bias.length; from++) {
      for (int to = 0; to < bias.length; to++) {
        if (from != to && weights.get(from, to) != 0) {
          return this;
        }
      }
      scale[from] = weights.get(from, from);
    }
    return new ChannelAffine(scale, bias);
  }

  @Override
  public Map<String, NpyArray> parameters() {
    return Parameters.of(
        "weights", StoredWeights.array(weights), "bias", NpyArray.of(bias, bias.length));
  }

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    return window.outputShape(Shapes.only(inputs, inputChannels), bias.length);
  }

  @Override
  public long workingValues(List<ImageShape> inputs) {
    ImageShape output = outputShape(inputs);
    return window.isPoint() ? 0 : (long) output.height() * output.width() * weights.rows();
  }

  @Override
  public LocalReceptiveField receptiveField(ImageShape input) {
    return window.receptiveField(input);
  }

  @Override
  public OperationKernel prepare(List<ImageShape> inputs, Epilogue epilogue) {
    return window.isPoint()
        ? new PointwiseProduct(this, epilogue)
        : new PatchProduct(this, inputs, epilogue);
  }
}
