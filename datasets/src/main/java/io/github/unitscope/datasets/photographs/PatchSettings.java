package io.github.unitscope.datasets.photographs;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * How pictures become patches; manifests record it.
 *
 * @param height of a patch, in pixels
 * @param width of a patch, in pixels
 * @param colour three channels, or else grey
 * @param train how many training patches; for validation and testing there is a tenth each
 * @param whitening of the pictures or the patches
 * @param cutoff of the Olshausen-Field filter, in cycles a pixel
 * @param epsilon of ZCA, relative to the mean eigenvalue
 * @param removeMean whether the mean of every patch is subtracted, a channel at a time
 * @param normalizeContrast whether every patch is divided by its standard deviation plus a tenth of
 *     that of all pixels, so that a few hard edges do not rule the training
 * @param leastContrast patches whose standard deviation is below this part of that of all pixels
 *     are drawn again; 0 keeps all
 * @param deviation standard deviation of all training pixels in the end; to Gaussian visible units
 *     of unit variance, the square is how much of the data is signal rather than noise
 * @param seed of the places
 */
public record PatchSettings(
    int height,
    int width,
    boolean colour,
    int train,
    Whitening whitening,
    double cutoff,
    double epsilon,
    boolean removeMean,
    boolean normalizeContrast,
    double leastContrast,
    double deviation,
    long seed) {
  /** 100,000 patches of 12×12 as in Erhan et al. (2009). */
  public static final PatchSettings DEFAULTS =
      new PatchSettings(
          12, 12, false, 100_000, Whitening.OLSHAUSEN_FIELD, 0.4, 0.1, true, true, 0, 1, 0);

  /** Not cut from the border of a picture, where filters know only half of a neighbourhood. */
  static final int MARGIN = 4;

  private static final int TRAIN_PER_HELD_OUT = 10;

  /** Of a patch, in pixels. */
  public static final int MOST_SIDE = 256;

  /** The same with another number of training patches. */
  public PatchSettings withTrain(int patches) {
    return new PatchSettings(
        height,
        width,
        colour,
        patches,
        whitening,
        cutoff,
        epsilon,
        removeMean,
        normalizeContrast,
        leastContrast,
        deviation,
        seed);
  }

  private static final int MOST_PATCHES = 5_000_000;

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public PatchSettings {
    requireSide(height);
    requireSide(width);
    require(
        train >= 10 && train <= MOST_PATCHES,
        "the number of patches must be from 10 to " + MOST_PATCHES + ", not " + train);
    require(cutoff > 0 && cutoff < 10, "the cutoff must be a positive frequency, not " + cutoff);
    require(epsilon > 0 && epsilon < 10, "the epsilon of ZCA must be positive, not " + epsilon);
    require(
        leastContrast >= 0 && leastContrast < 1,
        "the least contrast must be in [0, 1), not " + leastContrast);
    require(deviation > 0 && deviation < 1e6, "the deviation must be positive, not " + deviation);
  }

  private static void requireSide(int side) {
    require(
        side >= 2 && side <= MOST_SIDE,
        String.format(
            Locale.ROOT,
            "the side of a patch must be from 2 to %d pixels, not %d",
            MOST_SIDE,
            side));
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new InvalidInputException(otherwise);
    }
  }

  /** How many patches there are for validation, and for testing. */
  public int heldOut() {
    return train / TRAIN_PER_HELD_OUT;
  }

  /** The smallest side of a picture that such patches can be cut from, in pixels. */
  public int smallestPicture() {
    return Math.max(height, width) + 2 * MARGIN;
  }

  /** The shape of a patch. */
  public ImageShape shape() {
    return new ImageShape(colour ? 3 : 1, height, width);
  }
}
