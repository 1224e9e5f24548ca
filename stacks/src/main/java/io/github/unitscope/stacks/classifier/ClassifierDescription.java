package io.github.unitscope.stacks.classifier;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;

/**
 * What {@code model.json} says of a fine-tuned network.
 *
 * @param kind always {@link #KIND}
 * @param formatVersion of the files, now {@link #FORMAT_VERSION}
 * @param input the shape of the images
 * @param layers hidden units of every layer, the lowest first
 * @param classes how many there are
 * @param meanInputNorm mean L2 norm of the training images: the radius for maximization
 * @param data the dataset that it was fine-tuned on
 * @param before SHA-256 of the model before fine-tuning
 * @param settings how it was fine-tuned
 * @param seed the root seed of the fine-tuning
 * @param diverged whether the training stopped early because its numbers left all bounds
 */
public record ClassifierDescription(
    String kind,
    int formatVersion,
    ImageShape input,
    List<Integer> layers,
    int classes,
    double meanInputNorm,
    String data,
    String before,
    FineTuneSettings settings,
    long seed,
    boolean diverged) {
  /** Tells a classifier from other models. */
  public static final String KIND = "classifier";

  /** The version that is written and read. */
  public static final int FORMAT_VERSION = 1;

  /** More layers or classes than any network has; a stranger's file must not make many arrays. */
  private static final int MOST_LAYERS = 100;

  private static final int MOST_CLASSES = 100_000;

  /**
   * @throws InvalidInputException if a value is not one that a classifier can have
   */
  public ClassifierDescription {
    require(KIND.equals(kind), "the kind of model '" + kind + "' is not " + KIND);
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
        classes >= 1 && classes <= MOST_CLASSES,
        String.format(
            Locale.ROOT, "a classifier has 1 to %d classes, not %d", MOST_CLASSES, classes));
    require(
        meanInputNorm > 0 && !Double.isInfinite(meanInputNorm),
        "the mean norm of the images must be positive, not " + meanInputNorm);
    require(data != null && settings != null, "the name of the data or the settings are missing");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new InvalidInputException(otherwise);
    }
  }
}
