package io.github.unitscope.experiments.gallery;

import io.github.unitscope.experiments.options.ShownImages;
import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.picture.Scale;

/**
 * What a gallery is of.
 *
 * @param model for people
 * @param network to look at
 * @param images to show to it
 * @param objective what is maximized and where, in a few words
 * @param maximized how the best images become shades
 * @param sampled how samples do
 */
public record Subject(
    Model model,
    Network network,
    ShownImages images,
    String objective,
    Scale maximized,
    Scale sampled) {

  /**
   * What people know a model by.
   *
   * @param name of its folder
   * @param kind for example {@code deep belief network}
   * @param data that it was trained on
   * @param sha256 of its description and weights
   * @param layers how many units each has, or how many layers there are
   */
  public record Model(String name, String kind, String data, String sha256, String layers) {}

  /** How the images of the data become shades. */
  Scale shown() {
    return images.inUnitInterval() ? Scale.UNIT_INTERVAL : Scale.PER_TILE;
  }

  /**
   * The activation above which a unit counts as on: where a sigmoid is 1/2, or a rectifier is 0.
   */
  double on() {
    return network.isSmooth() ? 0.5 : 0;
  }
}
