package io.github.unitscope.datasets.natural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import org.junit.jupiter.api.Test;

class ZcaWhiteningTest {
  /** Correlated values with different deviations and means. */
  private static float[][] patches(int count) {
    SplitMix64 random = Seed.root(2).stream();
    float[][] patches = new float[count][4];
    for (float[] patch : patches) {
      double common = random.nextGaussian();
      for (int i = 0; i < 4; i++) {
        patch[i] = (float) (i + (1 + i) * (common + 0.5 * random.nextGaussian()));
      }
    }
    return patches;
  }

  private static double covariance(float[][] patches, int a, int b) {
    double[] means = new double[4];
    for (float[] patch : patches) {
      for (int i = 0; i < 4; i++) {
        means[i] += patch[i] / patches.length;
      }
    }
    double sum = 0;
    for (float[] patch : patches) {
      sum += (patch[a] - means[a]) * (patch[b] - means[b]);
    }
    return sum / (patches.length - 1);
  }

  @Test
  void theCovarianceBecomesTheIdentity() {
    float[][] patches = patches(5000);
    ZcaWhitening whitening = ZcaWhitening.of(patches, 1e-9);
    for (float[] patch : patches) {
      whitening.apply(patch);
    }
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        assertEquals(a == b ? 1 : 0, covariance(patches, a, b), 1e-3, a + " " + b);
      }
    }
  }

  /** Zero phase: of all whitenings this one changes the patches least, since it is symmetric. */
  @Test
  void theMatrixIsSymmetric() {
    float[][] patches = patches(500);
    ZcaWhitening whitening = ZcaWhitening.of(patches, 0.01);
    float[][] columns = new float[4][];
    float[] origin = new float[4];
    whitening.apply(origin);
    for (int i = 0; i < 4; i++) {
      columns[i] = new float[4];
      columns[i][i] = 1;
      whitening.apply(columns[i]);
    }
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < a; b++) {
        assertEquals(columns[a][b] - origin[b], columns[b][a] - origin[a], 1e-5);
      }
    }
  }

  @Test
  void directionsWithoutVarianceAreNotBlownUp() {
    float[][] patches = patches(100);
    for (float[] patch : patches) {
      patch[3] = patch[0];
    }
    ZcaWhitening whitening = ZcaWhitening.of(patches, 0.1);
    for (float[] patch : patches) {
      whitening.apply(patch);
      for (float value : patch) {
        assertTrue(Math.abs(value) < 10, "value " + value);
      }
    }
  }

  @Test
  void tooFewPatchesAreRefused() {
    assertThrows(InvalidInputException.class, () -> ZcaWhitening.of(patches(4), 0.1));
  }
}
