package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;

/** A rectifier at work. */
final class Rectification implements OperationKernel {
  private final Rectifier rectifier;

  Rectification(Rectifier rectifier) {
    this.rectifier = rectifier;
  }

  @Override
  public void forward(List<Matrix> inputs, Matrix output) {
    output.overwrite(
        (block, first, count) -> {
          inputs.get(0).readColumns(first, count, block);
          rectifier.apply(block, count * output.rows());
        });
  }

  @Override
  public void backward(
      List<Matrix> inputs,
      Matrix output,
      Matrix outputGradient,
      List<Gradient> inputGradients,
      RectifierRule rule) {
    RectifiedSignal signal = RectifiedSignal.of(rectifier, rule, output, outputGradient);
    float[] y = output.newBlock();
    float[] g = output.newBlock();
    inputGradients
        .get(0)
        .add(
            (block, first, count) -> {
              int size = count * output.rows();
              output.readColumns(first, count, y);
              outputGradient.readColumns(first, count, g);
              signal.goBack(g, y, size);
              for (int i = 0; i < size; i++) {
                block[i] += g[i];
              }
            });
  }
}
