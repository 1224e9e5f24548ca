package io.github.unitscope.stacks.classifier;

import io.github.unitscope.datasets.ImageSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Finds out whether validation images are training images too, so that they can choose nothing. */
final class SharedImages {
  /** Larger sets are made of images by chance, and would take long to look through. */
  private static final int MOST_IMAGES = 200_000;

  private SharedImages() {}

  /** Whether most of the validation images are among the training images. */
  static boolean areMost(ImageSet train, ImageSet validation) {
    if (train.size() > MOST_IMAGES) {
      return false;
    }
    Set<Integer> known = new HashSet<>();
    float[] pixels = new float[train.shape().size()];
    for (int i = 0; i < train.size(); i++) {
      train.read(i, pixels);
      known.add(Arrays.hashCode(pixels));
    }
    int shared = 0;
    for (int i = 0; i < validation.size(); i++) {
      validation.read(i, pixels);
      shared += known.contains(Arrays.hashCode(pixels)) ? 1 : 0;
    }
    return 2 * shared > validation.size();
  }
}
