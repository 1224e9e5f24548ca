package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * The greatest value of every window; padding never wins. The gradient goes to the place of the
 * greatest value, the first of several: the switches of Zeiler and Fergus (2013).
 *
 * @param window that moves over every channel
 */
public record MaxPooling(Window window) implements Operation {

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    ImageShape input = Shapes.only(inputs);
    return window.outputShape(input, input.channels());
  }

  @Override
  public LocalReceptiveField receptiveField(ImageShape input) {
    return window.receptiveField(input);
  }

  @Override
  public boolean hasKinks() {
    return true;
  }

  @Override
  public OperationKernel prepare(List<ImageShape> inputs) {
    return new Switches(window, inputs.get(0));
  }

  private static final class Switches implements OperationKernel {
    private final Window window;
    private final Axis rows;
    private final Axis columns;
    private final float[] plane;
    private final float[] sum;
    private final float[] pooled;

    /** For every value of one channel's output, the place of the input that it came from. */
    private final int[] switches;

    Switches(Window window, ImageShape shape) {
      this.window = window;
      this.rows = window.rows(shape.height());
      this.columns = window.columns(shape.width());
      this.plane = new float[Shapes.places(shape)];
      this.sum = new float[plane.length];
      this.pooled = new float[rows.output() * columns.output()];
      this.switches = new int[pooled.length];
    }

    @Override
    public void forward(List<Matrix> inputs, Matrix output) {
      for (int channel = 0; channel < output.columns(); channel++) {
        pool(inputs.get(0), channel);
        output.writeColumns(channel, 1, pooled);
      }
    }

    private void pool(Matrix input, int channel) {
      input.readColumns(channel, 1, plane);
      Arrays.fill(pooled, Float.NEGATIVE_INFINITY);
      for (int k = 0; k < window.size(); k++) {
        offer(k / window.width(), k % window.width());
      }
    }

    private void offer(int ky, int kx) {
      for (int y = rows.first(ky); y < rows.end(ky); y++) {
        for (int x = columns.first(kx); x < columns.end(kx); x++) {
          int from = rows.at(y, ky) * columns.input() + columns.at(x, kx);
          int to = y * columns.output() + x;
          // Not greater or equal: the first of several wins.
          if (plane[from] > pooled[to]) {
            pooled[to] = plane[from];
            switches[to] = from;
          }
        }
      }
    }

    @Override
    public void backward(
        List<Matrix> inputs,
        Matrix output,
        Matrix outputGradient,
        List<Gradient> inputGradients,
        RectifierRule rule) {
      inputGradients
          .get(0)
          .addPlanes(
              sum,
              channel -> {
                // The switches again: cheaper than to keep those of all channels and images.
                pool(inputs.get(0), channel);
                outputGradient.readColumns(channel, 1, pooled);
                Arrays.fill(sum, 0);
                for (int i = 0; i < pooled.length; i++) {
                  sum[switches[i]] += pooled[i];
                }
              });
    }
  }
}
