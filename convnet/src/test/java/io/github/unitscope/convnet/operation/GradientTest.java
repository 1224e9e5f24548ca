package io.github.unitscope.convnet.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.unitscope.network.numerics.Matrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GradientTest {
  private final Matrix memory = Matrix.of(new float[] {8, 9}, new float[] {7, 6});
  private final Gradient gradient = new Gradient(memory);

  @Test
  void whatTheMemoryHeldBeforeIsForgotten() {
    assertArrayEquals(new float[2][2], gradient.matrix().toRows());
    gradient.matrix().fill(3);
    gradient.clear();
    assertArrayEquals(new float[2][2], gradient.matrix().toRows());
  }

  @Test
  void termsOfAllKindsAddUpWhicheverComesFirst() {
    for (int first = 0; first < 3; first++) {
      gradient.clear();
      for (int i = 0; i < 3; i++) {
        add((first + i) % 3);
      }
      assertArrayEquals(
          new float[][] {{111, 111}, {111, 111}}, gradient.matrix().toRows(), "first: " + first);
    }
  }

  private void add(int kind) {
    switch (kind) {
      case 0 ->
          gradient.add(
              (block, first, count) -> {
                for (int i = 0; i < 2 * count; i++) {
                  block[i] += 1;
                }
              });
      case 1 -> {
        float[] plane = new float[2];
        gradient.addPlanes(plane, channel -> Arrays.fill(plane, 10));
      }
      default -> {
        Matrix above = Matrix.of(new float[] {100}, new float[] {100});
        gradient.addProductTransposed(above, Matrix.of(new float[] {1}, new float[] {1}));
      }
    }
  }
}
