package io.github.unitscope.datasets.natural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatchDatasetTest {
  private static final DeadLeaves SCENES = new DeadLeaves(64, 6, 2, 32, 3);

  private static PatchSettings settings(
      int height, int width, boolean colour, int patches, Whitening whitening) {
    return new PatchSettings(
        height, width, colour, patches, whitening, 0.4, 0.1, true, true, 0, 1, 5);
  }

  private static Dataset dataset(PatchSettings settings) {
    return PatchDataset.of("scenes", SCENES.draw(settings.colour()), settings, List.of());
  }

  private static float[] image(ImageSet images, int index) {
    float[] pixels = new float[images.shape().size()];
    images.read(index, pixels);
    return pixels;
  }

  private static double deviation(ImageSet images) {
    double squares = 0;
    for (int i = 0; i < images.size(); i++) {
      for (float value : image(images, i)) {
        squares += (double) value * value;
      }
    }
    return Math.sqrt(squares / ((double) images.size() * images.shape().size()));
  }

  @ParameterizedTest
  @EnumSource
  void patchesHaveTheShapeTheNumberAndTheDeviationThatWereAskedFor(Whitening whitening) {
    Dataset grey = dataset(settings(12, 12, false, 500, whitening));
    assertEquals(ImageShape.grey(12, 12), grey.shape());
    Dataset colour = dataset(settings(9, 7, true, 600, whitening));
    assertEquals(new ImageShape(3, 9, 7), colour.shape());
    for (Dataset dataset : List.of(grey, colour)) {
      assertEquals(1, deviation(dataset.train()), 1e-4);
      assertTrue(dataset.validation().size() > 0 && dataset.test().size() > 0);
    }
    assertEquals(500, grey.train().size());
    assertEquals(600, colour.train().size());
  }

  @Test
  void theSettingsAreRecorded() {
    PatchSettings settings = settings(9, 7, true, 300, Whitening.ZCA);
    assertEquals(settings, dataset(settings).settings());
  }

  @Test
  void everyPatchHasAMeanOfZeroWhereItIsTakenAway() {
    Dataset dataset = dataset(settings(6, 5, false, 50, Whitening.NONE));
    for (int i = 0; i < 50; i++) {
      double sum = 0;
      for (float value : image(dataset.train(), i)) {
        sum += value;
      }
      // What is taken away from all in the end is the mean of all, which is next to nothing.
      assertEquals(0, sum / 30, 1e-3);
    }
  }

  @Test
  void theSameSettingsGiveTheSameBitsAndAnotherSeedGivesOthers() {
    PatchSettings settings = settings(8, 8, false, 40, Whitening.OLSHAUSEN_FIELD);
    Dataset one = dataset(settings);
    Dataset two = dataset(settings);
    PatchSettings other =
        new PatchSettings(
            8, 8, false, 40, Whitening.OLSHAUSEN_FIELD, 0.4, 0.1, true, true, 0, 1, 6);
    for (int i = 0; i < 40; i++) {
      assertArrayEquals(image(one.train(), i), image(two.train(), i));
    }
    assertFalse(Arrays.equals(image(one.train(), 0), image(dataset(other).train(), 0)));
  }

  /** Validation patches are of scenes that no training patch is from. */
  @Test
  void scenesAreHeldOut() {
    List<Picture> pictures = SCENES.draw(false);
    PatchSettings settings = settings(8, 8, false, 300, Whitening.NONE);
    Dataset whole = PatchDataset.of("a", pictures, settings, List.of());
    List<Picture> changed = new ArrayList<>(pictures);
    changed.set(4, pictures.get(0));
    changed.set(5, pictures.get(0));
    Dataset other = PatchDataset.of("a", changed, settings, List.of());
    for (int i = 0; i < 300; i++) {
      assertArrayEquals(image(whole.train(), i), image(other.train(), i));
    }
    assertFalse(Arrays.equals(image(whole.validation(), 0), image(other.validation(), 0)));
  }

  @Test
  void picturesWithoutContrastAreRefused() {
    List<Picture> flat = List.of(new Picture(40, 40, new float[1][1600]));
    for (Whitening whitening : Whitening.values()) {
      PatchSettings settings = settings(6, 6, false, 100, whitening);
      InvalidInputException e =
          assertThrows(
              InvalidInputException.class,
              () -> PatchDataset.of("flat", flat, settings, List.of()));
      assertTrue(e.getMessage().contains("no contrast"), e.getMessage());
    }
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    assertThrows(InvalidInputException.class, () -> settings(0, 12, false, 100, Whitening.NONE));
    assertThrows(InvalidInputException.class, () -> settings(12, 12, false, 0, Whitening.NONE));
    assertThrows(InvalidInputException.class, () -> settings(12, 9999, false, 100, Whitening.NONE));
  }

  @Test
  void deadLeavesAreTheSameForASeedAndOthersForAnother() {
    assertArrayEquals(SCENES.draw(false).get(2).planes()[0], SCENES.draw(false).get(2).planes()[0]);
    float[] other = new DeadLeaves(64, 6, 2, 32, 4).draw(false).get(2).planes()[0];
    assertFalse(Arrays.equals(SCENES.draw(false).get(2).planes()[0], other));
  }

  /**
   * The power spectra of photographs fall with an exponent of −2 ± 0.4 or so (Field 1987), and
   * those of their rows with one more, since a row adds up all frequencies across it.
   */
  @Test
  void theSpectrumOfDeadLeavesFallsAsThatOfPhotographs() {
    int size = 256;
    double[] power = new double[size / 2];
    FastFourierTransformer fourier = new FastFourierTransformer(DftNormalization.STANDARD);
    for (Picture scene : new DeadLeaves(size, 12, 2, 128, 1).draw(false)) {
      for (int y = 0; y < size; y++) {
        double[] row = new double[size];
        for (int x = 0; x < size; x++) {
          double window = Math.sin(Math.PI * (x + 0.5) / size);
          row[x] = window * (scene.planes()[0][y * size + x] - 0.5);
        }
        Complex[] spectrum = fourier.transform(row, TransformType.FORWARD);
        for (int f = 1; f < power.length; f++) {
          power[f] += spectrum[f].abs() * spectrum[f].abs();
        }
      }
    }
    SimpleRegression slope = new SimpleRegression();
    for (int f = 3; f <= 60; f++) {
      slope.addData(Math.log(f), Math.log(power[f]));
    }
    assertEquals(-1, slope.getSlope(), 0.45);
    assertTrue(slope.getRSquare() > 0.95, "R² " + slope.getRSquare());
  }
}
