package io.github.unitscope.datasets.natural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
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

  private static Picture flat(int size, float value) {
    float[] plane = new float[size * size];
    Arrays.fill(plane, value);
    return new Picture(size, size, new float[][] {plane});
  }

  private static String refusal(List<Picture> pictures, PatchSettings settings) {
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> PatchDataset.of("refused", pictures, settings, List.of()))
            .getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  /** Of any shade, and whatever is done to patches afterwards. */
  @ParameterizedTest
  @EnumSource
  void picturesWithoutContrastAreRefused(Whitening whitening) {
    for (float value : new float[] {0, 0.7f, 1}) {
      for (boolean prepared : new boolean[] {true, false}) {
        PatchSettings settings =
            new PatchSettings(6, 6, false, 100, whitening, 0.4, 0.1, prepared, prepared, 0, 1, 5);
        String message = refusal(List.of(flat(40, value)), settings);
        assertTrue(message.contains("no contrast"), message);
      }
    }
  }

  /** A flat picture among others, in any set, gives flat patches and nothing that is no number. */
  @ParameterizedTest
  @EnumSource
  void aFlatPictureAmongOthersStaysFlat(Whitening whitening) {
    PatchSettings settings = settings(6, 6, false, 200, whitening);
    for (int place = 0; place < 6; place++) {
      List<Picture> pictures = new ArrayList<>(SCENES.draw(false));
      pictures.set(place, flat(64, 0.7f));
      Dataset dataset = PatchDataset.of("one", pictures, settings, List.of());
      for (ImageSet images : List.of(dataset.train(), dataset.validation(), dataset.test())) {
        assertTrue(Double.isFinite(deviation(images)), whitening + " " + place);
      }
      if (place == 4) {
        assertArrayEquals(image(dataset.validation(), 0), image(dataset.validation(), 1), 1e-5f);
      }
    }
  }

  /** Contrast is judged by the training pictures alone, as a new picture's has to be. */
  @Test
  void aFaintPictureIsFaintInAllSets() {
    List<Picture> pictures = new ArrayList<>(SCENES.draw(false));
    float[] faint = pictures.get(4).planes()[0].clone();
    for (int i = 0; i < faint.length; i++) {
      faint[i] *= 0.01f;
    }
    pictures.set(4, new Picture(64, 64, new float[][] {faint}));
    Dataset dataset =
        PatchDataset.of("faint", pictures, settings(8, 8, false, 300, Whitening.NONE), List.of());
    assertTrue(
        deviation(dataset.validation()) < 0.3, "deviation " + deviation(dataset.validation()));
    assertEquals(1, deviation(dataset.test()), 0.3);
  }

  @Test
  void patchesThatDoNotFitIntoAPictureAreRefused() {
    List<Picture> pictures = new ArrayList<>(SCENES.draw(false));
    PatchDataset.of("fits", pictures, settings(56, 9, false, 20, Whitening.NONE), List.of());
    String message = refusal(pictures, settings(9, 57, false, 20, Whitening.NONE));
    assertTrue(message.contains("9×57") && message.contains("65"), message);
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
   * The power spectra of photographs fall with an exponent of −2 or so (Field 1987: −2 ± 0.4). Here
   * the mean over all directions and scenes is fitted from 4 to 64 periods a picture: below, the
   * largest leaf and the window show; above, the smallest leaf and the pixels.
   */
  @Test
  void theSpectrumOfDeadLeavesFallsAsThatOfPhotographs() {
    int size = 256;
    double[] power = new double[size / 2];
    int[] counts = new int[size / 2];
    for (Picture scene : new DeadLeaves(size, 12, 2, 128, 1).draw(false)) {
      addRadialPower(scene, power, counts);
    }
    SimpleRegression line = new SimpleRegression();
    for (int f = 4; f <= 64; f++) {
      line.addData(Math.log(f), Math.log(power[f] / counts[f]));
    }
    assertEquals(-2, line.getSlope(), 0.4, "slope " + line.getSlope());
    assertTrue(line.getRSquare() > 0.98, "R² " + line.getRSquare());
  }

  /** Adds |F|² of a windowed scene to the bin of its rounded radius, in periods a picture. */
  private static void addRadialPower(Picture scene, double[] power, int[] counts) {
    int size = scene.width();
    Complex[][] values = new Complex[size][size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double window = hann(y, size) * hann(x, size);
        values[y][x] = new Complex(window * (scene.planes()[0][y * size + x] - 0.5));
      }
    }
    transform(values);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int fy = y <= size / 2 ? y : y - size;
        int fx = x <= size / 2 ? x : x - size;
        int radius = (int) Math.round(Math.hypot(fy, fx));
        if (radius < power.length) {
          power[radius] += values[y][x].abs() * values[y][x].abs();
          counts[radius]++;
        }
      }
    }
  }

  private static double hann(int i, int size) {
    double sine = Math.sin(Math.PI * (i + 0.5) / size);
    return sine * sine;
  }

  private static void transform(Complex[][] values) {
    FastFourierTransformer fourier = new FastFourierTransformer(DftNormalization.STANDARD);
    for (int y = 0; y < values.length; y++) {
      values[y] = fourier.transform(values[y], TransformType.FORWARD);
    }
    for (int x = 0; x < values.length; x++) {
      Complex[] column = new Complex[values.length];
      for (int y = 0; y < values.length; y++) {
        column[y] = values[y][x];
      }
      column = fourier.transform(column, TransformType.FORWARD);
      for (int y = 0; y < values.length; y++) {
        values[y][x] = column[y];
      }
    }
  }
}
