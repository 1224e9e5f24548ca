package io.github.unitscope.datasets.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.random.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticDigitsTest {
  private static final SyntheticDigits DIGITS = new SyntheticDigits(2000, Seed.root(1));

  private static float[] image(ImageSet images, int index) {
    float[] pixels = new float[784];
    images.read(index, pixels);
    return pixels;
  }

  @Test
  void anImageIsAFunctionOfSeedAndIndexAlone() {
    float[][] inOrder =
        IntStream.range(0, 200).mapToObj(i -> image(DIGITS, i)).toArray(float[][]::new);
    SyntheticDigits longer = new SyntheticDigits(5000, Seed.root(1));
    IntStream.range(0, 200)
        .parallel()
        .forEach(i -> assertArrayEquals(inOrder[199 - i], image(longer, 199 - i)));
    assertFalse(Arrays.equals(inOrder[3], image(new SyntheticDigits(9, Seed.root(2)), 3)));
  }

  @Test
  void classesAreBalanced() {
    int[] counts = new int[10];
    IntStream.range(0, DIGITS.size()).forEach(i -> counts[DIGITS.label(i)]++);
    assertArrayEquals(IntStream.generate(() -> 200).limit(10).toArray(), counts);
  }

  @Test
  void valuesAreInTheUnitIntervalAndInkIsNearTheMiddle() {
    for (int i = 0; i < 300; i++) {
      double mass = 0;
      double x = 0;
      double y = 0;
      float[] pixels = image(DIGITS, i);
      for (int p = 0; p < 784; p++) {
        assertTrue(pixels[p] >= 0 && pixels[p] <= 1);
        mass += pixels[p];
        int column = p % 28;
        int row = p / 28;
        x += pixels[p] * (column + 0.5);
        y += pixels[p] * (row + 0.5);
      }
      assertTrue(mass > 10, "image " + i + " is empty");
      assertEquals(14, x / mass, 1.5);
      assertEquals(14, y / mass, 1.5);
    }
  }

  @Test
  void digitsOfAnotherSeedAreRecognizedByTheirClassMeans() {
    float[][] means = new float[10][784];
    for (int i = 0; i < DIGITS.size(); i++) {
      float[] pixels = image(DIGITS, i);
      for (int p = 0; p < 784; p++) {
        means[DIGITS.label(i)][p] += pixels[p] / 200;
      }
    }
    SyntheticDigits others = new SyntheticDigits(500, Seed.root(99));
    long right =
        IntStream.range(0, 500)
            .filter(i -> nearest(means, image(others, i)) == others.label(i))
            .count();
    // Chance is 50; MNIST itself gets about 410 of 500 this way.
    assertTrue(right > 350, right + " of 500");
  }

  private static int nearest(float[][] means, float[] image) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int label = 0; label < 10; label++) {
      double distance = 0;
      for (int p = 0; p < image.length; p++) {
        distance += (means[label][p] - image[p]) * (means[label][p] - image[p]);
      }
      if (distance < least) {
        least = distance;
        best = label;
      }
    }
    return best;
  }

  @Test
  void thereIsNoImageBeyondTheLast() {
    assertThrows(IndexOutOfBoundsException.class, () -> image(DIGITS, 2000));
  }
}
