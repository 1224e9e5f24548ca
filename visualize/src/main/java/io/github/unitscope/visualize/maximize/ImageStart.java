package io.github.unitscope.visualize.maximize;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.random.Seed;
import java.util.Locale;

/**
 * Starts that are images of a set, each as likely; one may be drawn more than once.
 *
 * @param data the name of the set, which manifests record in place of its images
 * @param images at least one
 */
public record ImageStart(String data, @JsonIgnore ImageSet images) implements Start {

  /**
   * @throws IllegalArgumentException if there are no images
   */
  public ImageStart {
    if (images.size() < 1) {
      throw new IllegalArgumentException("no images to start from");
    }
  }

  /**
   * @throws IllegalArgumentException if the images have another number of values
   */
  @Override
  public float[] image(Seed seed, int inputs) {
    if (images.shape().size() != inputs) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "images of %s where %d values are needed", images.shape(), inputs));
    }
    float[] image = new float[inputs];
    images.read(seed.stream().nextInt(images.size()), image);
    return image;
  }
}
