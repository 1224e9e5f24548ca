package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.Arrays;
import java.util.List;

/** Average pooling at work. */
final class WindowMeans implements OperationKernel {
  private final Window window;
  private final Axis rows;
  private final Axis columns;
  private final float[] plane;
  private final float[] pooled;
  private final float[] shares;

  WindowMeans(AveragePooling pooling, ImageShape shape) {
    this.window = pooling.window();
    this.rows = window.rows(shape.height());
    this.columns = window.columns(shape.width());
    this.plane = new float[Shapes.places(shape)];
    this.pooled = new float[rows.output() * columns.output()];
    this.shares = new float[pooled.length];
    if (pooling.countPadding()) {
      Arrays.fill(shares, 1f / window.size());
    } else {
      Arrays.fill(plane, 1);
      sum();
      for (int i = 0; i < shares.length; i++) {
        shares[i] = 1 / pooled[i];
      }
    }
  }

  private void sum() {
    Arrays.fill(pooled, 0);
    for (int ky = 0; ky < window.height(); ky++) {
      for (int kx = 0; kx < window.width(); kx++) {
        for (int y = rows.first(ky); y < rows.end(ky); y++) {
          for (int x = columns.first(kx); x < columns.end(kx); x++) {
            pooled[y * columns.output() + x] +=
                plane[rows.at(y, ky) * columns.input() + columns.at(x, kx)];
          }
        }
      }
    }
  }

  @Override
  public void forward(List<Matrix> inputs, Matrix output) {
    for (int channel = 0; channel < output.columns(); channel++) {
      inputs.get(0).readColumns(channel, 1, plane);
      sum();
      for (int i = 0; i < pooled.length; i++) {
        pooled[i] *= shares[i];
      }
      output.writeColumns(channel, 1, pooled);
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
            plane,
            channel -> {
              outputGradient.readColumns(channel, 1, pooled);
              Arrays.fill(plane, 0);
              spread();
            });
  }

  private void spread() {
    for (int ky = 0; ky < window.height(); ky++) {
      for (int kx = 0; kx < window.width(); kx++) {
        for (int y = rows.first(ky); y < rows.end(ky); y++) {
          for (int x = columns.first(kx); x < columns.end(kx); x++) {
            int from = y * columns.output() + x;
            plane[rows.at(y, ky) * columns.input() + columns.at(x, kx)] +=
                shares[from] * pooled[from];
          }
        }
      }
    }
  }
}
