package io.github.unitscope.visualize.parameterize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.PlaneFourier;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterizationTest {
  private static final ImageRange RANGE = new ImageRange(-2, 3);
  private static final List<ImageShape> SHAPES =
      List.of(
          ImageShape.grey(28, 28),
          ImageShape.grey(12, 12),
          ImageShape.grey(9, 7),
          new ImageShape(3, 8, 5),
          new ImageShape(3, 1, 6),
          new ImageShape(2, 4, 6));

  /** Pixels, Fourier and so on: all whose images are any. */
  private static final List<Parameterization> FREE =
      List.of(
          new Pixels(0.5, 0.1),
          new DecorrelatedPixels(RANGE, 0.3),
          new DecorrelatedPixels(ImageRange.UNBOUNDED, 0.3),
          new Fourier(RANGE, true, 0.5),
          new Fourier(ImageRange.UNIT, false, 0.5),
          new Fourier(ImageRange.UNBOUNDED));

  private static final List<Parameterization> FIXED =
      List.of(new Maco(RANGE), new Maco(ImageRange.UNBOUNDED, false, Spectrum.NATURAL));

  static Stream<Arguments> free() {
    return FREE.stream().flatMap(p -> SHAPES.stream().map(shape -> Arguments.of(p, shape)));
  }

  static Stream<Arguments> all() {
    return Stream.concat(FREE.stream(), FIXED.stream())
        .flatMap(p -> SHAPES.stream().map(shape -> Arguments.of(p, shape)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void gradientsAreThoseOfFiniteDifferences(Parameterization parameterization, ImageShape shape) {
    ImageMap map = parameterization.on(shape);
    float[] at = parameterization.start(shape, Seed.root(1));
    float[] weights = gaussian(shape.size(), 2);
    float[] gradient = new float[at.length];
    map.gradient(at, weights, gradient);
    for (int i = 0; i < at.length; i += Math.max(1, at.length / 60)) {
      double difference = difference(map, at, i, weights, shape);
      assertEquals(difference, gradient[i], 2e-3 * (1 + Math.abs(difference)), "parameter " + i);
    }
  }

  private static double difference(
      ImageMap map, float[] at, int i, float[] weights, ImageShape shape) {
    float step = 1.0f / 128;
    float[] image = new float[shape.size()];
    float[] moved = at.clone();
    moved[i] = at[i] + step;
    map.image(moved, image);
    double above = dot(weights, image);
    double up = moved[i];
    moved[i] = at[i] - step;
    map.image(moved, image);
    return (above - dot(weights, image)) / (up - moved[i]);
  }

  @ParameterizedTest
  @MethodSource("free")
  void anImageComesBackFromItsParameters(Parameterization parameterization, ImageShape shape) {
    ImageMap map = parameterization.on(shape);
    float[] image = new float[shape.size()];
    SplitMix64 random = new SplitMix64(5);
    for (int i = 0; i < image.length; i++) {
      image[i] = 0.01f + 0.98f * (float) random.nextDouble();
    }
    float[] parameters = new float[map.parameters()];
    float[] back = new float[shape.size()];
    map.invert(image, parameters);
    map.image(parameters, back);
    assertArrayEquals(image, back, 2e-5f);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theStartIsAFunctionOfTheSeed(Parameterization parameterization, ImageShape shape) {
    float[] start = parameterization.start(shape, Seed.root(7));
    assertEquals(parameterization.on(shape).parameters(), start.length);
    assertArrayEquals(start, parameterization.start(shape, Seed.root(7)));
    assertFalse(Arrays.equals(start, parameterization.start(shape, Seed.root(8))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aMapRemembersNothing(Parameterization parameterization, ImageShape shape) {
    ImageMap used = parameterization.on(shape);
    float[] one = parameterization.start(shape, Seed.root(1));
    float[] two = parameterization.start(shape, Seed.root(2));
    float[] weights = gaussian(shape.size(), 3);
    float[] image = new float[shape.size()];
    float[] expected = new float[one.length];
    float[] gradient = new float[one.length];
    parameterization.on(shape).gradient(one, weights, expected);
    used.image(two, image);
    used.invert(image, two);
    used.gradient(one, weights, gradient);
    assertArrayEquals(expected, gradient);
  }

  @Test
  void pixelsAreTheImage() {
    ImageMap map = new Pixels(0, 1).on(ImageShape.grey(1, 3));
    float[] image = new float[3];
    map.image(new float[] {1, -2, 3}, image);
    assertArrayEquals(new float[] {1, -2, 3}, image);
    assertArrayEquals(
        new float[] {0.25f, 0.25f, 0.25f},
        new Pixels(0.25, 0).start(ImageShape.grey(1, 3), Seed.root(0)));
  }

  /** f = ½ for the second coefficient; 1/max(w, h) = ½ for the first: √2 / ½ / 4, over 2 pixels. */
  @Test
  void twoPixelsOfFourierCoefficientsAreWorkedByHand() {
    Fourier fourier = new Fourier(ImageRange.UNBOUNDED, false, 0.01);
    float[] image = new float[2];
    fourier.on(ImageShape.grey(1, 2)).image(new float[] {3, 1, 100, 100}, image);
    double scale = Math.sqrt(2) * 2 / 4 / 2;
    assertArrayEquals(new float[] {(float) (4 * scale), (float) (2 * scale)}, image, 1e-6f);
  }

  /** f = ¼ in both directions and 1/max(w, h) = ⅛, so that a wave has √32 / ¼ / 4 · 2/32. */
  @Test
  void aSingleCoefficientIsAWave() {
    ImageShape shape = ImageShape.grey(4, 8);
    ImageMap map = new Fourier(ImageRange.UNBOUNDED, false, 0.01).on(shape);
    float[] parameters = new float[map.parameters()];
    parameters[2] = 1; // u = 0, v = 2: 2 periods in a width of 8
    float[] image = new float[shape.size()];
    map.image(parameters, image);
    float top = (float) (Math.sqrt(32) * 4 / 4 * 2 / 32);
    for (int i = 0; i < image.length; i++) {
      assertEquals(top * (float) Math.cos(Math.PI * i / 2), image[i], 1e-6f);
    }
  }

  @Test
  void parametersOfZeroAreTheMiddleOfTheRange() {
    for (Parameterization p : List.of(new Fourier(RANGE), new DecorrelatedPixels(RANGE, 0))) {
      ImageShape shape = new ImageShape(3, 4, 5);
      ImageMap map = p.on(shape);
      float[] image = new float[shape.size()];
      map.image(new float[map.parameters()], image);
      for (float value : image) {
        assertEquals(0.5f, value, 1e-6f);
      }
    }
  }

  /** The largest column norm is that of the first: √(.26² + 2 · .27²). */
  @Test
  void coloursAreMixedByLucidsMatrix() {
    ImageMap map = new DecorrelatedPixels(ImageRange.UNBOUNDED, 0).on(new ImageShape(3, 1, 2));
    float[] image = new float[6];
    map.image(new float[] {1, 0, 0, 1, 0, 0}, image);
    double norm = Math.sqrt(0.26 * 0.26 + 2 * 0.27 * 0.27);
    double[] expected = {0.26, 0.09, 0.27, 0, 0.27, -0.09};
    for (int i = 0; i < image.length; i++) {
      assertEquals(expected[i] / norm, image[i], 1e-6);
    }
    map.image(new float[] {0, 0, 0, 0, 1, 0}, image);
    assertEquals(0.02 / norm, image[0], 1e-6);
    assertEquals(-0.05 / norm, image[2], 1e-6);
    assertEquals(0.03 / norm, image[4], 1e-6);
  }

  @Test
  void blackAndWhiteAreInvertedToHalfAGreyLevelFromTheEnd() {
    ImageMap map = new DecorrelatedPixels(ImageRange.UNIT, 0).on(ImageShape.grey(1, 3));
    float[] parameters = new float[3];
    float[] image = new float[3];
    map.invert(new float[] {0, 1, 0.25f}, parameters);
    map.image(parameters, image);
    assertArrayEquals(new float[] {1 / 510f, 509 / 510f, 0.25f}, image, 1e-6f);
  }

  @Test
  void phasesLeaveTheSpectrumAsItIs() {
    for (ImageShape shape : SHAPES) {
      Maco maco = new Maco(ImageRange.UNBOUNDED, false, Spectrum.NATURAL);
      float[] image = new float[shape.size()];
      maco.on(shape).image(maco.start(shape, Seed.root(3)), image);
      assertEquals(1, dot(image, image) / image.length, 1e-5, "variance of " + shape);
      double[] measured = MeasuredSpectrum.of(shape, List.of(image), false).magnitudes(shape);
      double[] wanted = Spectrum.NATURAL.magnitudes(shape);
      int plane = wanted.length / shape.channels();
      double factor = measured[1] / wanted[1];
      for (int i = 0; i < wanted.length; i++) {
        double expected = i % plane == 0 ? 0 : factor * wanted[i];
        assertEquals(expected, measured[i], 1e-4 * factor * wanted[1], shape + " " + i);
      }
    }
  }

  @Test
  void anImageOfTheSpectrumComesBackFromItsPhases() {
    for (ImageShape shape : SHAPES) {
      for (Parameterization maco : FIXED) {
        ImageMap map = maco.on(shape);
        float[] image = new float[shape.size()];
        map.image(maco.start(shape, Seed.root(4)), image);
        float[] phases = new float[map.parameters()];
        map.invert(image, phases);
        float[] back = new float[shape.size()];
        map.image(phases, back);
        assertArrayEquals(image, back, 1e-3f, maco.describe() + " " + shape);
      }
    }
  }

  @Test
  void aSpectrumIsTheMeanOfMagnitudes() {
    ImageShape shape = ImageShape.grey(1, 2);
    List<float[]> images = List.of(new float[] {1, 3}, new float[] {-2, 2});
    // Sums 4 and 0, differences −2 and −4.
    assertArrayEquals(
        new double[] {2, 3}, MeasuredSpectrum.of(shape, images, true).magnitudes(shape), 1e-12);
  }

  @Test
  void theNaturalSpectrumFallsAsOneOverF() {
    double[] magnitudes = Spectrum.NATURAL.magnitudes(ImageShape.grey(4, 8));
    assertEquals(8, magnitudes[0], 1e-12);
    assertEquals(8, magnitudes[1], 1e-12);
    assertEquals(4, magnitudes[2], 1e-12);
    int columns = new PlaneFourier(4, 8).columns();
    assertEquals(2, magnitudes[2 * columns], 1e-12);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThrows(InvalidInputException.class, () -> new Pixels(Double.NaN, 1));
    assertThrows(InvalidInputException.class, () -> new Pixels(0, -1));
    assertThrows(InvalidInputException.class, () -> new Fourier(RANGE, true, Double.NaN));
    assertThrows(InvalidInputException.class, () -> new DecorrelatedPixels(RANGE, -0.1));
    assertThrows(InvalidInputException.class, () -> new Maco(RANGE).on(ImageShape.grey(1, 1)));
    ImageShape shape = ImageShape.grey(2, 2);
    Spectrum measured = MeasuredSpectrum.of(shape, List.of(new float[] {1, 2, 3, 5}), false);
    assertThrows(
        InvalidInputException.class,
        () -> new Maco(RANGE, false, measured).on(ImageShape.grey(2, 3)));
    assertThrows(InvalidInputException.class, () -> MeasuredSpectrum.of(shape, List.of(), false));
  }

  @Test
  void descriptionsNameEverySetting() {
    assertEquals(
        "Fourier coefficients from N(0, 0.01), decorrelated colour, sigmoid to [0.0, 1.0]",
        new Fourier(ImageRange.UNIT).describe());
    assertEquals("pixels from N(0.5, 0.1)", new Pixels(0.5, 0.1).describe());
    assertEquals(
        "phases of a fixed spectrum (1/f)",
        new Maco(ImageRange.UNBOUNDED, false, Spectrum.NATURAL).describe());
    assertTrue(new DecorrelatedPixels(RANGE, 0.25).describe().contains("0.25"));
  }

  private static float[] gaussian(int count, long seed) {
    SplitMix64 random = new SplitMix64(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
