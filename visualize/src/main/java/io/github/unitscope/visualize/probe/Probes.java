package io.github.unitscope.visualize.probe;

import java.util.List;

/**
 * The probes of a network.
 *
 * @param layers the pixels first, if they were asked for
 * @param trainImages how many the classifiers were trained on
 * @param labels the classes of the test images
 * @param classes how many there are
 * @param chance how many test images are of the class that most training images have
 */
public record Probes(
    List<LayerProbe> layers, int trainImages, int[] labels, int classes, Accuracy chance) {

  /** Copies the list. */
  public Probes {
    layers = List.copyOf(layers);
  }
}
