package io.github.unitscope.datasets.natural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OlshausenFieldFilterTest {
  private static final OlshausenFieldFilter FILTER = new OlshausenFieldFilter(0.4);

  @Test
  void theResponseRisesWithFrequencyAndIsCutOff() {
    assertEquals(0, FILTER.response(0));
    assertEquals(0.1 * Math.exp(-Math.pow(0.25, 4)), FILTER.response(0.1), 1e-15);
    assertEquals(0.4 / Math.E, FILTER.response(0.4), 1e-15);
    assertTrue(FILTER.response(0.7) < 1e-3);
  }

  /** Far from borders a cosine keeps its phase, and its amplitude is multiplied by the response. */
  @ParameterizedTest
  @CsvSource({"64,64,0.125,0", "100,90,0.1,0.05", "97,130,0.02,0.2", "128,60,0,0.3"})
  void aCosineIsMultipliedByTheResponse(int height, int width, double fy, double fx) {
    float[] plane = new float[height * width];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (float) cosine(i, width, fy, fx);
    }
    float[] filtered = FILTER.apply(new Picture(height, width, new float[][] {plane})).planes()[0];
    double gain = FILTER.response(Math.hypot(fy, fx));
    double worst = 0;
    for (int y = height / 3; y < height - height / 3; y++) {
      for (int x = width / 3; x < width - width / 3; x++) {
        int i = y * width + x;
        worst = Math.max(worst, Math.abs(filtered[i] - gain * cosine(i, width, fy, fx)));
      }
    }
    assertTrue(worst < 0.06 * gain, String.format(Locale.ROOT, "error %s of %s", worst, gain));
  }

  private static double cosine(int pixel, int width, double fy, double fx) {
    int y = pixel / width;
    int x = pixel % width;
    return Math.cos(2 * Math.PI * (fy * (y + 0.5) + fx * (x + 0.5)));
  }

  @Test
  void theMeanIsTakenAway() {
    float[] plane = new float[30 * 20];
    Arrays.fill(plane, 0.7f);
    float[] filtered = FILTER.apply(new Picture(30, 20, new float[][] {plane})).planes()[0];
    for (float value : filtered) {
      assertEquals(0, value, 1e-6f);
    }
  }

  @Test
  void everyChannelIsFilteredByItself() {
    float[][] planes = new float[3][16 * 16];
    planes[1][100] = 1;
    float[][] filtered = FILTER.apply(new Picture(16, 16, planes)).planes();
    assertEquals(0, filtered[0][100]);
    assertTrue(filtered[1][100] > 0);
  }

  @Test
  void aCutoffThatCannotBeIsRefused() {
    assertThrows(InvalidInputException.class, () -> new OlshausenFieldFilter(0));
    assertThrows(InvalidInputException.class, () -> new OlshausenFieldFilter(Double.NaN));
  }
}
