package io.github.unitscope.experiments.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.machine.Rbm;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackReconstructionTest {
  /** 300 images of two pixels, all (1, 0), which is more than a shard. */
  private record Constant(ImageShape shape, int size) implements ImageSet {
    @Override
    public void read(int index, float[] pixels) {
      pixels[0] = 1;
      pixels[1] = 0;
    }
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Test
  void goesUpAndDownThroughAllLayersAsByHand() {
    ImageShape shape = ImageShape.grey(1, 2);
    Matrix first = Matrix.of(new float[] {2}, new float[] {-1});
    Matrix second = Matrix.of(new float[] {3});
    Dbn dbn =
        new Dbn(
            shape,
            List.of(
                new Rbm(first, new float[] {0.5f, 0}, new float[] {0.25f}),
                new Rbm(second, new float[] {-1}, new float[] {1})));
    double top = logistic(3 * logistic(2 + 0.25) + 1);
    double middle = logistic(3 * top - 1);
    double expected = Math.pow(1 - logistic(2 * middle + 0.5), 2) + Math.pow(logistic(-middle), 2);
    try (Workers workers = new Workers(2)) {
      assertEquals(
          expected, StackReconstruction.error(dbn, new Constant(shape, 300), workers), 1e-6);
    }
  }
}
