package io.github.unitscope.visualize.probe;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;

/** The classes of images. */
final class Labels {
  private Labels() {}

  /**
   * The class of every image.
   *
   * @param part of the data, for people
   * @return [images]
   * @throws InvalidInputException if there is no image, or one has no class
   */
  static int[] of(ImageSet images, String part) {
    if (images.size() == 0) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "there are no %s images: probes need training, validation and test images",
              part));
    }
    int[] labels = new int[images.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = images.label(i);
      if (labels[i] < 0) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "the %s images have no labels, which probes predict: give data that have some, as --data mnist",
                part));
      }
    }
    return labels;
  }

  /**
   * The class that most training images have; of several the first.
   *
   * @throws InvalidInputException if all have one
   */
  static int mostFrequent(int[] train, int classes) {
    int[] counts = new int[classes];
    for (int label : train) {
      counts[label]++;
    }
    int best = 0;
    for (int label = 1; label < classes; label++) {
      best = counts[label] > counts[best] ? label : best;
    }
    if (counts[best] == train.length) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "all %d training images are of class %d: probes need at least two classes",
              train.length,
              best));
    }
    return best;
  }

  /** One more than the greatest label. */
  static int classes(int[]... parts) {
    return 1 + Arrays.stream(parts).flatMapToInt(Arrays::stream).max().orElse(0);
  }
}
