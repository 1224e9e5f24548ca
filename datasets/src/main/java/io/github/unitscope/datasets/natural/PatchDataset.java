package io.github.unitscope.datasets.natural;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.SourceFile;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes datasets of patches. One picture in twelve, but at least one, is kept for validation and as
 * many for testing, so that their patches are of pictures that no model was trained on; with fewer
 * than three pictures all three sets come from all of them.
 */
public final class PatchDataset {
  private static final int PICTURES_PER_HELD_OUT = 12;

  private PatchDataset() {}

  /**
   * Cuts pictures into patches.
   *
   * @param name of the dataset
   * @param pictures to cut, all with the channels of the settings
   * @param settings how
   * @param sources the files that the pictures come from
   * @throws InvalidInputException if the pictures have no contrast, or one is too small
   */
  public static Dataset of(
      String name, List<Picture> pictures, PatchSettings settings, List<SourceFile> sources) {
    pictures.forEach(picture -> requireSize(picture, settings));
    List<Picture> whitened = new ArrayList<>();
    OlshausenFieldFilter filter = new OlshausenFieldFilter(settings.cutoff());
    for (Picture picture : pictures) {
      boolean filtered = settings.whitening() == Whitening.OLSHAUSEN_FIELD;
      whitened.add(filtered ? filter.apply(picture) : picture);
    }
    int heldOut = whitened.size() < 3 ? 0 : Math.max(1, whitened.size() / PICTURES_PER_HELD_OUT);
    int trained = whitened.size() - 2 * heldOut;
    List<Picture> train = whitened.subList(0, trained);
    List<Picture> validation = heldOut == 0 ? train : whitened.subList(trained, trained + heldOut);
    List<Picture> test =
        heldOut == 0 ? train : whitened.subList(trained + heldOut, whitened.size());
    Seed seed = Seed.root(settings.seed()).derive("patches");
    int few = settings.heldOut();
    PatchCutter cutter = new PatchCutter(settings, train, seed.derive("train"));
    float[][] trainPatches = cutter.cut(train, settings.train(), seed.derive("train"));
    float[][] validationPatches = cutter.cut(validation, few, seed.derive("validation"));
    float[][] testPatches = cutter.cut(test, few, seed.derive("test"));
    normalize(settings, trainPatches, validationPatches, testPatches);
    return new Dataset(
        name,
        ValueRange.CENTRED,
        new FloatImages(settings.shape(), trainPatches),
        new FloatImages(settings.shape(), validationPatches),
        new FloatImages(settings.shape(), testPatches),
        sources,
        settings);
  }

  private static void requireSize(Picture picture, PatchSettings settings) {
    int side = Math.min(picture.height(), picture.width());
    if (side < settings.smallestPicture()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "patches of %d×%d pixels need pictures of %d pixels on each side, not of %d: use smaller patches or larger pictures",
              settings.height(),
              settings.width(),
              settings.smallestPicture(),
              side));
    }
  }

  /** What is learned from training patches is applied to all. */
  private static void normalize(PatchSettings settings, float[][] train, float[][]... others) {
    List<float[][]> all = new ArrayList<>(List.of(others));
    all.add(train);
    if (settings.whitening() == Whitening.ZCA) {
      ZcaWhitening whitening = ZcaWhitening.of(train, settings.epsilon());
      all.forEach(
          patches -> {
            for (float[] patch : patches) {
              whitening.apply(patch);
            }
          });
    }
    double mean = mean(train);
    double scale = settings.deviation() / requireContrast(deviation(train, mean));
    for (float[][] patches : all) {
      for (float[] patch : patches) {
        for (int i = 0; i < patch.length; i++) {
          patch[i] = (float) ((patch[i] - mean) * scale);
        }
      }
    }
  }

  private static double requireContrast(double deviation) {
    if (!(deviation > 1e-9)) {
      throw PatchCutter.noContrast();
    }
    return deviation;
  }

  private static double mean(float[][] patches) {
    double sum = 0;
    for (float[] patch : patches) {
      for (float value : patch) {
        sum += value;
      }
    }
    return sum / ((double) patches.length * patches[0].length);
  }

  private static double deviation(float[][] patches, double mean) {
    double sum = 0;
    for (float[] patch : patches) {
      for (float value : patch) {
        sum += (value - mean) * (value - mean);
      }
    }
    return Math.sqrt(sum / ((double) patches.length * patches[0].length));
  }
}
