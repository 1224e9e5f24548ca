package io.github.unitscope.datasets;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * How images are deformed at random (Simard, Steinkraus, Platt 2003; Loosli, Canu, Bottou 2007).
 * Lengths are in pixels of an image whose shorter side has 28; they grow with the image.
 *
 * @param displacement root mean square of the smooth displacement of a pixel, in each direction
 * @param smoothness standard deviation of the Gaussian that smooths the displacements
 * @param rotation greatest angle, in degrees
 * @param scaling greatest relative change of the size
 * @param shear greatest shear
 */
public record ElasticDeformation(
    double displacement, double smoothness, double rotation, double scaling, double shear) {
  /** What is used unless something else is asked for. */
  public static final ElasticDeformation DEFAULTS = new ElasticDeformation(1.0, 4.0, 10, 0.1, 0.1);

  /** The side for which lengths are given. */
  static final double REFERENCE_SIDE = 28;

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public ElasticDeformation {
    require(displacement >= 0 && displacement <= 10, "displacement", displacement);
    require(smoothness >= 0.5 && smoothness <= 20, "smoothness", smoothness);
    require(rotation >= 0 && rotation <= 180, "rotation", rotation);
    require(scaling >= 0 && scaling < 1, "scaling", scaling);
    require(shear >= 0 && shear < 1, "shear", shear);
  }

  private static void require(boolean condition, String what, double value) {
    if (!condition) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "the %s of the elastic deformation is out of range: %s", what, value));
    }
  }
}
