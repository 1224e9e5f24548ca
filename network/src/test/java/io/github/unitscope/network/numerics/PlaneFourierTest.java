package io.github.unitscope.network.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneFourierTest {
  /** Every radix, a product of several, and primes on both sides of the chirp's border. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 28, 30, 31, 37, 64, 74, 97, 128, 227, 360})
  void linesAreTransformedAsTheSumSays(int length) {
    int lines = 3;
    SplitMix64 random = new SplitMix64(length);
    double[] re = random.doubles((long) length * lines, -1, 1).toArray();
    double[] im = random.doubles((long) length * lines, -1, 1).toArray();
    double[] expectedRe = new double[re.length];
    double[] expectedIm = new double[re.length];
    for (int k = 0; k < length; k++) {
      for (int n = 0; n < length; n++) {
        double angle = -2 * Math.PI * (n * k % length) / length;
        for (int b = 0; b < lines; b++) {
          double a = re[n * lines + b];
          double c = im[n * lines + b];
          expectedRe[k * lines + b] += a * Math.cos(angle) - c * Math.sin(angle);
          expectedIm[k * lines + b] += a * Math.sin(angle) + c * Math.cos(angle);
        }
      }
    }
    LineFourier.of(length, lines).transform(re, im);
    assertArrayEquals(expectedRe, re, 1e-11 * length);
    assertArrayEquals(expectedIm, im, 1e-11 * length);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16, 30})
  void theChirpAgreesWithTheFactors(int length) {
    SplitMix64 random = new SplitMix64(length);
    double[] re = random.doubles(4L * length, -1, 1).toArray();
    double[] im = random.doubles(4L * length, -1, 1).toArray();
    double[] otherRe = re.clone();
    double[] otherIm = im.clone();
    new MixedRadixFourier(length, 4).transform(re, im);
    new ChirpFourier(length, 4).transform(otherRe, otherIm);
    assertArrayEquals(re, otherRe, 1e-12 * length);
    assertArrayEquals(im, otherIm, 1e-12 * length);
  }

  @ParameterizedTest
  @CsvSource({"9,7", "28,28", "12,12", "1,1", "1,6", "5,1", "8,5", "7,8", "37,10"})
  void planesAreTransformedAsTheSumSays(int height, int width) {
    float[] plane = random(height * width);
    PlaneFourier fourier = new PlaneFourier(height, width);
    double[] re = new double[fourier.coefficients()];
    double[] im = new double[fourier.coefficients()];
    fourier.forward(plane, 0, re, im);
    for (int u = 0; u < height; u++) {
      for (int v = 0; v < fourier.columns(); v++) {
        double expectedRe = 0;
        double expectedIm = 0;
        for (int i = 0; i < plane.length; i++) {
          double turns = u * (i / width) / (double) height + v * (i % width) / (double) width;
          expectedRe += plane[i] * Math.cos(2 * Math.PI * turns);
          expectedIm -= plane[i] * Math.sin(2 * Math.PI * turns);
        }
        assertEquals(expectedRe, re[u * fourier.columns() + v], 1e-9, "re " + u + " " + v);
        assertEquals(expectedIm, im[u * fourier.columns() + v], 1e-9, "im " + u + " " + v);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"9,7", "28,28", "128,96", "1,1", "1,6", "5,1", "8,5", "7,8", "37,74"})
  void theInverseGivesThePlaneBack(int height, int width) {
    float[] plane = random(height * width);
    PlaneFourier fourier = new PlaneFourier(height, width);
    double[] re = new double[fourier.coefficients()];
    double[] im = new double[fourier.coefficients()];
    fourier.forward(plane, 0, re, im);
    float[] back = new float[plane.length + 2];
    fourier.inverse(re, im, back, 1);
    for (int i = 0; i < plane.length; i++) {
      assertEquals(plane[i], back[i + 1], 1e-6f);
    }
    assertEquals(0, back[0]);
    assertEquals(0, back[plane.length + 1]);
  }

  /**
   * numpy.fft.irfft2 takes the real part of what the kept coefficients say, so must this; here the
   * coefficients are any, not those of a real plane.
   */
  @ParameterizedTest
  @CsvSource({"4,6", "5,6", "6,5", "3,3", "1,4"})
  void coefficientsThatNoRealPlaneHasAreReadAsNumpyReadsThem(int height, int width) {
    PlaneFourier fourier = new PlaneFourier(height, width);
    int columns = fourier.columns();
    SplitMix64 random = new SplitMix64(3);
    double[] re = random.doubles(fourier.coefficients(), -1, 1).toArray();
    double[] im = random.doubles(fourier.coefficients(), -1, 1).toArray();
    float[] plane = new float[height * width];
    fourier.inverse(re.clone(), im.clone(), plane, 0);
    for (int i = 0; i < plane.length; i++) {
      double expected = 0;
      for (int c = 0; c < re.length; c++) {
        double turns =
            c / columns * (i / width) / (double) height
                + c % columns * (i % width) / (double) width;
        double angle = 2 * Math.PI * turns;
        expected +=
            fourier.multiplicity(c % columns) * (re[c] * Math.cos(angle) - im[c] * Math.sin(angle));
      }
      assertEquals(expected / plane.length, plane[i], 1e-6);
    }
  }

  @Test
  void frequenciesAreInCyclesAPixel() {
    double[] even = new PlaneFourier(4, 4).frequencies();
    assertArrayEquals(
        new double[] {
          0,
          0.25,
          0.5,
          0.25,
          Math.sqrt(0.125),
          Math.sqrt(0.3125),
          0.5,
          Math.sqrt(0.3125),
          Math.sqrt(0.5),
          0.25,
          Math.sqrt(0.125),
          Math.sqrt(0.3125)
        },
        even,
        1e-15);
    assertArrayEquals(new double[] {0, 0.2, 0.4}, new PlaneFourier(1, 5).frequencies(), 1e-15);
  }

  @Test
  void aPlaneWithoutPixelsIsRefused() {
    assertThrows(InvalidInputException.class, () -> new PlaneFourier(0, 4));
  }

  private static float[] random(int count) {
    SplitMix64 random = new SplitMix64(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
