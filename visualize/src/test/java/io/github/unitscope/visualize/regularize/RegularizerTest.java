package io.github.unitscope.visualize.regularize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularizerTest {
  private static final ImageShape SHAPE = new ImageShape(2, 4, 5);

  private static float[] random(int count) {
    SplitMix64 random = Seed.root(2).stream();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tv=0.7", "l1=0.3", "l2=2"})
  void gradientsOfPenaltiesAreThoseOfDifferences(String text) {
    Regularizer regularizer = (Regularizer) Regularizers.parse(text, 0.5);
    float[] image = random(SHAPE.size());
    float[] gradient = new float[image.length];
    regularizer.penalty(SHAPE, image, gradient);
    for (int i = 0; i < image.length; i++) {
      float x = image[i];
      if (Math.abs(x - 0.5) < 2e-3) {
        continue; // A difference across the kink of |x − 0.5| says nothing.
      }
      image[i] = x + 1e-3f;
      double above = regularizer.penalty(SHAPE, image, new float[image.length]);
      image[i] = x - 1e-3f;
      double below = regularizer.penalty(SHAPE, image, new float[image.length]);
      image[i] = x;
      assertEquals((above - below) / 2e-3, gradient[i], 5e-3, text + " at " + i);
    }
  }

  @Test
  void penaltiesAreThoseWorkedByHand() {
    ImageShape square = ImageShape.grey(2, 2);
    float[] image = {0, 3, 4, 0};
    // Corner: √(3² + 4²); to the right of it: down 3; below it: right 4.
    assertEquals(2 * (5 + 3 + 4), new TotalVariation(2).penalty(square, image, new float[4]), 1e-2);
    assertEquals(
        3 * (1 + 4 + 9 + 1) / 2.0, new SquaredNorm(3, 1).penalty(square, image, new float[4]));
    assertEquals(3 * (1 + 2 + 3 + 1), new AbsoluteNorm(3, 1).penalty(square, image, new float[4]));
  }

  @Test
  void penaltyIsAddedToTheGradientThatIsThere() {
    float[] gradient = {10, 20};
    new SquaredNorm(1, 0).penalty(ImageShape.grey(1, 2), new float[] {1, 2}, gradient);
    assertArrayEquals(new float[] {11, 22}, gradient);
  }

  private static float[] filter(ImageFilter filter, ImageShape shape, int step, float... image) {
    filter.afterStep(shape, step, image, new float[image.length]);
    return image;
  }

  @Test
  void decayGoesToTheNeutralValue() {
    assertArrayEquals(
        new float[] {0.5f, 0.75f, 0.25f},
        filter(new Decay(0.5, 0.5), ImageShape.grey(1, 3), 1, 0.5f, 1, 0),
        1e-6f);
  }

  @Test
  void blurSpreadsAPixelAsAGaussianAndKeepsTheSum() {
    float[] image = new float[21 * 21];
    image[10 * 21 + 10] = 1;
    filter(new GaussianBlur(1.5, 4), ImageShape.grey(21, 21), 8, image);
    double sum = 0;
    double variance = 0;
    for (int i = 0; i < image.length; i++) {
      sum += image[i];
      variance += image[i] * Math.pow(i % 21 - 10, 2);
    }
    assertEquals(1, sum, 1e-5);
    assertEquals(1.5 * 1.5, variance, 0.02);
    assertEquals(image[10 * 21 + 12], image[12 * 21 + 10], 1e-7);
  }

  @Test
  void blurOnlyComesEverySoManySteps() {
    float[] image = {0, 1, 0};
    filter(new GaussianBlur(1, 4), ImageShape.grey(1, 3), 3, image);
    assertArrayEquals(new float[] {0, 1, 0}, image);
  }

  @Test
  void bilateralFilterSmoothsNoiseButNotAnEdge() {
    ImageShape shape = ImageShape.grey(8, 8);
    float[] image = new float[64];
    float[] noise = random(64);
    for (int i = 0; i < 64; i++) {
      image[i] = (i % 8 < 4 ? 0 : 1) + 0.02f * noise[i];
    }
    double before = deviationOfLeftHalf(image);
    filter(new BilateralFilter(2, 0.1, 1), shape, 1, image);
    assertTrue(deviationOfLeftHalf(image) < before / 2);
    assertTrue(image[4] - image[3] > 0.9);
  }

  private static double deviationOfLeftHalf(float[] image) {
    double sum = 0;
    for (int i = 0; i < 64; i++) {
      sum += i % 8 < 4 ? image[i] * image[i] : 0;
    }
    return Math.sqrt(sum / 32);
  }

  @Test
  void pixelsOfSmallNormAreClippedWithAllTheirChannels() {
    // Distances from 1 of the four pixels: 5, 1, √2, 0; half of them are kept.
    ImageShape shape = new ImageShape(2, 1, 4);
    assertArrayEquals(
        new float[] {4, 1, 2, 1, 5, 1, 2, 1},
        filter(new ClipSmallNorm(50, 1), shape, 1, 4, 2, 2, 1, 5, 1, 2, 1));
  }

  @Test
  void pixelsOfSmallContributionAreClippedWithAllTheirChannels() {
    ImageShape shape = new ImageShape(2, 1, 4);
    float[] image = {1, 1, 1, 1, 1, 1, 1, 1};
    // Contributions: 1 − 1 = 0, 3, |−4|, 2.
    float[] gradient = {1, 1, -2, 1, -1, 2, -2, 1};
    new ClipSmallContribution(50, 0).afterStep(shape, 1, image, gradient);
    assertArrayEquals(new float[] {0, 1, 1, 0, 0, 1, 1, 0}, image);
  }

  @Test
  void everyNameIsReadAndDescribesItself() {
    for (String text :
        List.of(
            "tv=0.25",
            "l1=0.5",
            "l2=2.0",
            "decay=0.3",
            "blur=0.5/4",
            "bilateral=1.0:0.2/4",
            "clip-norm=50.0",
            "clip-contribution=90.0")) {
      assertEquals(text, Regularizers.parse(text, 0).describe());
    }
  }

  @Test
  void whatCannotBeReadIsSaid() {
    for (String text :
        List.of(
            "wobble=1",
            "tv",
            "tv=",
            "tv=x",
            "tv=-1",
            "blur=1/0",
            "blur=1/1.5",
            "decay=2",
            "bilateral=1",
            "clip-norm=100",
            "tv=NaN")) {
      String message =
          assertThrows(InvalidInputException.class, () -> Regularizers.parse(text, 0)).getMessage();
      assertTrue(message.length() > 20 && !message.contains("\n"), message);
    }
  }
}
