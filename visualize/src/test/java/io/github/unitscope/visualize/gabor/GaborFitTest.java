package io.github.unitscope.visualize.gabor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Arrays;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaborFitTest {
  private static float[] noise(int size, long seed) {
    SplitMix64 random = Seed.root(seed).stream();
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Test
  void derivativesAreThoseOfTheValues() {
    GaborModel model = new GaborModel(9, 7);
    double[] point = {0.7, -0.4, 0.3, -0.2, 0.9, 0.1, -1.2, -0.8};
    RealMatrix jacobian = model.value(new ArrayRealVector(point)).getSecond();
    for (int parameter = 0; parameter < point.length; parameter++) {
      double[] up = point.clone();
      double[] down = point.clone();
      up[parameter] += 1e-6;
      down[parameter] -= 1e-6;
      double[] above = model.value(new ArrayRealVector(up)).getFirst().toArray();
      double[] below = model.value(new ArrayRealVector(down)).getFirst().toArray();
      for (int pixel = 0; pixel < above.length; pixel++) {
        double slope = (above[pixel] - below[pixel]) / 2e-6;
        assertEquals(slope, jacobian.getEntry(pixel, parameter), 1e-7, "parameter " + parameter);
      }
    }
  }

  @Test
  void freeParametersAndFunctionsAreTheSameThing() {
    GaborModel model = new GaborModel(12, 12);
    Gabor gabor = new Gabor(4.2, 7.1, 2.5, 0.21, 1.4, 2.2, -0.8, 0.3);
    Gabor back = model.gabor(model.free(gabor));
    assertArrayEquals(gabor.image(12, 12), back.image(12, 12), 1e-6f);
    // The model's own value is that of the function that it stands for.
    double[] turned = model.free(gabor);
    turned[4] += Math.PI;
    double[] values = model.value(new ArrayRealVector(turned)).getFirst().toArray();
    float[] image = model.gabor(turned).image(12, 12);
    for (int i = 0; i < values.length; i++) {
      assertEquals(values[i], image[i], 1e-6);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12, 5.5, 5.5, 0.0, 0.25, 1.5, 2.5, 0.0",
    "12, 12, 3.0, 8.0, 0.8, 0.15, 2.0, 3.0, 1.2",
    "12, 12, 9.5, 1.0, 2.6, 0.35, 1.2, 1.2, -2.0",
    "9, 7, 3.0, 4.0, 1.57, 0.2, 1.5, 2.0, 0.5",
  })
  void aGaborFunctionIsFoundUnderNoise(
      int height,
      int width,
      double x,
      double y,
      double orientation,
      double frequency,
      double along,
      double across,
      double phase) {
    Gabor gabor = new Gabor(x, y, orientation, frequency, along, across, phase, 0.02);
    float[] filter = gabor.image(height, width);
    float[] noise = noise(filter.length, 3);
    for (int i = 0; i < filter.length; i++) {
      filter[i] += 0.0005f * noise[i];
    }
    GaborFit fit = new GaborFitter(height, width).fit(filter);
    assertTrue(fit.explained() > 0.94, fit.toString());
    assertEquals(x, fit.gabor().x(), 0.5);
    assertEquals(y, fit.gabor().y(), 0.5);
    double turn = Math.abs(fit.gabor().orientation() - orientation);
    assertEquals(0, Math.min(turn, Math.PI - turn), 0.15);
    assertEquals(frequency, fit.gabor().frequency(), 0.05);
  }

  @Test
  void noiseIsNotExplained() {
    float[][] filters = new float[40][];
    for (int i = 0; i < filters.length; i++) {
      filters[i] = noise(144, i);
    }
    try (Workers workers = new Workers(2)) {
      double mean =
          new GaborFitter(12, 12)
              .fit(filters, workers).stream()
                  .mapToDouble(GaborFit::explained)
                  .average()
                  .orElseThrow();
      assertTrue(mean > 0.05 && mean < 0.25, "explained " + mean);
    }
  }

  @Test
  void explainedIsOneMinusTheShareOfTheResidual() {
    float[] filter = noise(63, 7);
    GaborFit fit = new GaborFitter(9, 7).fit(filter);
    float[] image = fit.gabor().image(9, 7);
    double mean = 0;
    for (float value : filter) {
      mean += value / 63.0;
    }
    double residual = 0;
    double total = 0;
    for (int i = 0; i < filter.length; i++) {
      residual += Math.pow(filter[i] - image[i], 2);
      total += Math.pow(filter[i] - mean, 2);
    }
    assertEquals(1 - residual / total, fit.explained(), 1e-4);
  }

  @ParameterizedTest
  @CsvSource({"0", "0.3", "NaN", "Infinity"})
  void aFilterWithoutStructureHasNothingToExplain(float value) {
    float[] filter = new float[144];
    Arrays.fill(filter, value);
    assertEquals(0, new GaborFitter(12, 12).fit(filter).explained());
  }

  @Test
  void scaleDoesNotMatter() {
    float[] filter = new Gabor(4, 6, 0.4, 0.2, 1.5, 2, 1, 1).image(12, 12);
    float[] tiny = new float[filter.length];
    for (int i = 0; i < filter.length; i++) {
      filter[i] += 0.1f * noise(144, 1)[i];
      tiny[i] = 1e-6f * filter[i];
    }
    GaborFitter fitter = new GaborFitter(12, 12);
    assertEquals(fitter.fit(filter).explained(), fitter.fit(tiny).explained(), 1e-4);
  }
}
