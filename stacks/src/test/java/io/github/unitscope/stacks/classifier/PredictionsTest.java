package io.github.unitscope.stacks.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PredictionsTest {
  /** Images that are nothing but their labels. */
  private record Labels(int... labels) implements ImageSet {
    @Override
    public ImageShape shape() {
      return ImageShape.grey(1, 1);
    }

    @Override
    public int size() {
      return labels.length;
    }

    @Override
    public void read(int index, float[] pixels) {
      pixels[0] = 0;
    }

    @Override
    public int label(int index) {
      return labels[index];
    }
  }

  @Test
  void countsErrorsAndConfusionsAsByHand() {
    float[][] logits = {{2, 1, 0}, {0, 0, 5}, {1, 1, 0}, {-3, -2, -2.5f}};
    Predictions predictions = Predictions.of(new Labels(0, 1, 0, 1), logits);
    assertArrayEquals(new int[] {0, 2, 0, 1}, predictions.predicted());
    assertEquals(1, predictions.errors());
    assertEquals(0.25, predictions.error());
    assertArrayEquals(new int[][] {{2, 0, 0}, {0, 1, 1}, {0, 0, 0}}, predictions.confusion());
  }

  @Test
  void lossIsTheMeanOfMinusTheLogOfTheTrueClass() {
    // Softmax of (0, ln 3) is (1/4, 3/4); of equal logits 1/2 each, however large they are.
    float[][] logits = {{0, (float) Math.log(3)}, {1e4f, 1e4f}};
    double expected = (Math.log(4) + Math.log(2)) / 2;
    assertEquals(expected, Predictions.of(new Labels(0, 1), logits).loss(), 1e-6);
  }

  @Test
  void intervalIsWilsons() {
    int[] labels = new int[1000];
    int[] predicted = new int[1000];
    Arrays.fill(predicted, 0, 10, 1);
    // (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n), with p = 0.01, n = 1000, z = 1.959964.
    double[] interval = new Predictions(labels, predicted, 0, 2).interval();
    assertEquals(0.00544075, interval[0], 1e-8);
    assertEquals(0.01830947, interval[1], 1e-8);
  }
}
