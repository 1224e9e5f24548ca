package io.github.unitscope.experiments.evolve;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The images that are followed: the first test image of every class.
 *
 * @param shape of each
 * @param indices among the test images, in the order of the classes
 * @param labels their classes
 * @param images [channels × height × width] each
 */
record ClassImages(
    ImageShape shape, List<Integer> indices, List<Integer> labels, List<float[]> images) {

  /**
   * @throws InvalidInputException if the images are not grey
   */
  static ClassImages of(Dataset dataset) {
    ImageSet set = dataset.test();
    if (set.shape().channels() != 1) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s has images of %s, but evolve shows grey ones: give other --data",
              dataset.name(),
              set.shape()));
    }
    Map<Integer, Integer> first = new TreeMap<>();
    for (int i = 0; i < set.size(); i++) {
      first.putIfAbsent(set.label(i), i);
    }
    List<float[]> images = new ArrayList<>();
    for (int index : first.values()) {
      float[] pixels = new float[set.shape().size()];
      set.read(index, pixels);
      images.add(pixels);
    }
    return new ClassImages(
        set.shape(), List.copyOf(first.values()), List.copyOf(first.keySet()), images);
  }

  int count() {
    return images.size();
  }
}
