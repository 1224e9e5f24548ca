package io.github.unitscope.autoencoder.storage;

import io.github.unitscope.autoencoder.Reconstruction;
import io.github.unitscope.autoencoder.SdaeSettings;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;

/**
 * What {@code model.json} says of a stacked denoising autoencoder.
 *
 * @param kind always {@link #KIND}
 * @param formatVersion of the files, now {@link #FORMAT_VERSION}
 * @param input the shape of the images
 * @param layers hidden units of every layer that there is, the lowest first
 * @param reconstruction what the first layer gives back
 * @param meanInputNorm mean L2 norm of the training images: the radius for maximization
 * @param data the dataset that it was trained on
 * @param settings how it was trained
 * @param seed the root seed of the training
 * @param diverged whether the training stopped early because its numbers left all bounds
 */
public record SdaeDescription(
    String kind,
    int formatVersion,
    ImageShape input,
    List<Integer> layers,
    Reconstruction reconstruction,
    double meanInputNorm,
    String data,
    SdaeSettings settings,
    long seed,
    boolean diverged) {
  /** Tells a stacked denoising autoencoder from other models. */
  public static final String KIND = "sdae";

  /** The version that is written and read. */
  public static final int FORMAT_VERSION = 1;

  /** More layers than any network has; a stranger's file must not make many arrays. */
  private static final int MOST_LAYERS = 100;

  /**
   * @throws InvalidInputException if a value is not one that a stacked autoencoder can have
   */
  public SdaeDescription {
    require(KIND.equals(kind), "the kind of model '" + kind + "' is not a stacked autoencoder");
    require(
        formatVersion == FORMAT_VERSION,
        String.format(
            Locale.ROOT,
            "format version %d is not %d: use the unitscope that wrote it",
            formatVersion,
            FORMAT_VERSION));
    require(
        input != null && layers != null && !layers.isEmpty() && layers.size() <= MOST_LAYERS,
        "a model needs an input and 1 to " + MOST_LAYERS + " layers");
    layers = List.copyOf(layers);
    require(layers.stream().allMatch(units -> units >= 1), "a layer needs at least one unit");
    require(
        meanInputNorm > 0 && !Double.isInfinite(meanInputNorm),
        "the mean norm of the images must be positive, not " + meanInputNorm);
    require(reconstruction != null, "the kind of the reconstruction is missing");
    require(data != null && settings != null, "the name of the data or the settings are missing");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new InvalidInputException(otherwise);
    }
  }
}
