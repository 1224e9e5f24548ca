package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;

/** A rectifier at work. */
final class Rectification implements Evaluation {
  private final float ceiling;
  private final float slope;

  Rectification(Rectifier rectifier) {
    this.ceiling = (float) rectifier.ceiling();
    this.slope = (float) rectifier.slope();
  }

  @Override
  public void forward(List<Matrix> inputs, Matrix output) {
    int places = output.rows();
    output.update(
        (block, first, count) -> {
          inputs.get(0).readColumns(first, count, block);
          for (int i = 0; i < count * places; i++) {
            block[i] = Math.min(ceiling, Math.max(block[i], slope * block[i]));
          }
        });
  }

  @Override
  public void backward(
      List<Matrix> inputs,
      Matrix output,
      Matrix outputGradient,
      List<Matrix> inputGradients,
      RectifierRule rule) {
    Matrix input = inputs.get(0);
    Matrix gradient = inputGradients.get(0);
    if (rule == RectifierRule.REDIRECTED && !passesAnything(input, outputGradient)) {
      add(input, outputGradient, gradient, this::redirected);
    } else if (rule == RectifierRule.DECONVNET) {
      add(input, outputGradient, gradient, (x, g) -> Math.max(0, g));
    } else if (rule == RectifierRule.GUIDED) {
      add(input, outputGradient, gradient, (x, g) -> Math.max(0, derivative(x) * g));
    } else {
      addGradient(input, outputGradient, gradient);
    }
  }

  /** As {@link #add}, but in a loop that the compiler turns into vector instructions. */
  private void addGradient(Matrix input, Matrix outputGradient, Matrix inputGradient) {
    float[] x = input.newBlock();
    float[] g = input.newBlock();
    inputGradient.update(
        (block, first, count) -> {
          input.readColumns(first, count, x);
          outputGradient.readColumns(first, count, g);
          for (int i = 0; i < count * input.rows(); i++) {
            block[i] += (x[i] > 0 ? (x[i] < ceiling ? 1 : 0) : slope) * g[i];
          }
        });
  }

  private float derivative(float x) {
    return x > 0 ? (x < ceiling ? 1 : 0) : slope;
  }

  /** Lets through what moves a stopped unit back to where it has a gradient. */
  private float redirected(float x, float g) {
    boolean wrongWay = x <= 0 ? g < 0 : x >= ceiling && g > 0;
    return wrongWay ? 0 : g;
  }

  private boolean passesAnything(Matrix input, Matrix outputGradient) {
    boolean[] any = {false};
    float[] x = input.newBlock();
    outputGradient.visit(
        (block, first, count) -> {
          input.readColumns(first, count, x);
          for (int i = 0; i < count * input.rows(); i++) {
            any[0] |= derivative(x[i]) * block[i] != 0;
          }
        });
    return any[0];
  }

  private static void add(
      Matrix input, Matrix outputGradient, Matrix inputGradient, Signal signal) {
    float[] x = input.newBlock();
    float[] g = input.newBlock();
    inputGradient.update(
        (block, first, count) -> {
          input.readColumns(first, count, x);
          outputGradient.readColumns(first, count, g);
          for (int i = 0; i < count * input.rows(); i++) {
            block[i] += signal.through(x[i], g[i]);
          }
        });
  }

  /** What of a signal {@code g} goes back through a unit with input {@code x}. */
  @FunctionalInterface
  private interface Signal {
    float through(float x, float g);
  }
}
