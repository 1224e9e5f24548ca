package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.NpyArray;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Convolution of every channel for itself: output channel c · multiplier + m sees channel c alone.
 *
 * @param window that moves over the image
 * @param multiplier output channels for every input channel, at least 1
 * @param kernels [output channels][kernel height · kernel width]; not to be written
 * @param bias [output channels]
 */
public record DepthwiseConvolution(Window window, int multiplier, float[][] kernels, float[] bias)
    implements Fusable {

  /**
   * @throws InvalidInputException if kernels and bias do not fit
   */
  public DepthwiseConvolution {
    boolean fits = multiplier > 0 && kernels.length == bias.length && bias.length % multiplier == 0;
    for (float[] kernel : kernels) {
      fits &= kernel.length == window.size();
    }
    if (!fits) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%d kernels and %d biases do not fit a depthwise convolution of %dx%d with multiplier %d",
              kernels.length,
              bias.length,
              window.height(),
              window.width(),
              multiplier));
    }
  }

  @Override
  public Map<String, NpyArray> parameters() {
    return Parameters.of(
        "kernels", NpyArray.ofRows(kernels), "bias", NpyArray.of(bias, bias.length));
  }

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    return window.outputShape(Shapes.only(inputs, kernels.length / multiplier), kernels.length);
  }

  @Override
  public LocalReceptiveField receptiveField(ImageShape input) {
    return window.receptiveField(input);
  }

  @Override
  public OperationKernel prepare(List<ImageShape> inputs, Epilogue epilogue) {
    return new PlaneConvolution(this, inputs.get(0), epilogue);
  }
}
