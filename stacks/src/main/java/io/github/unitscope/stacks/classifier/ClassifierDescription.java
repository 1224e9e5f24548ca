package io.github.unitscope.stacks.classifier;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.stacks.storage.StackDescription;
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
 * @param data the dataset that it was fine-tuned on; empty where that is not known
 * @param before SHA-256 of the model before fine-tuning; null where that is not known
 * @param settings how it was fine-tuned; null where that is not known
 * @param seed the root seed of the fine-tuning; 0 where that is not known
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
    boolean diverged)
    implements StackDescription {
  /** Tells a classifier from other models. */
  public static final String KIND = "classifier";

  /** The version that is written and read. */
  public static final int FORMAT_VERSION = 1;

  /** More classes than any network has; a stranger's file must not make large arrays. */
  private static final int MOST_CLASSES = 100_000;

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if a value is not one that a
   *     classifier can have
   */
  public ClassifierDescription {
    StackDescription.requireFormat(KIND, FORMAT_VERSION, kind, formatVersion);
    layers = StackDescription.requireLayers(input, layers);
    StackDescription.require(
        classes >= 1 && classes <= MOST_CLASSES,
        String.format(
            Locale.ROOT, "a classifier has 1 to %d classes, not %d", MOST_CLASSES, classes));
    new TrainedOn(meanInputNorm, data);
  }

  /**
   * Describes a classifier.
   *
   * @param trainedOn its training images
   * @param before SHA-256 of the model before fine-tuning; null where that is not known
   * @param settings how it was fine-tuned; null where that is not known
   * @param seed the root seed of the fine-tuning; 0 where that is not known
   * @param diverged whether the training stopped early because its numbers left all bounds
   */
  public static ClassifierDescription of(
      Classifier classifier,
      TrainedOn trainedOn,
      String before,
      FineTuneSettings settings,
      long seed,
      boolean diverged) {
    return new ClassifierDescription(
        KIND,
        FORMAT_VERSION,
        classifier.inputShape(),
        classifier.layers().stream().map(Layer::units).toList(),
        classifier.classes(),
        trainedOn.meanInputNorm(),
        trainedOn.data(),
        before,
        settings,
        seed,
        diverged);
  }
}
