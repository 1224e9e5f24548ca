package io.github.unitscope.visualize.occlude;

import io.github.unitscope.network.RectifierRule;
import java.util.Optional;

/**
 * What covering its parts does to an image (Zeiler and Fergus 2013, figure 7).
 *
 * @param image [inputs]
 * @param square [channels], the values of the square
 * @param channel the feature map
 * @param total the sum of its activations (b)
 * @param rule by which its strongest activation was projected
 * @param projection of its strongest activation on the image (c), [inputs]
 * @param classes what becomes of the classes; empty for a network without
 */
public record ImageOcclusion(
    float[] image,
    float[] square,
    int channel,
    OcclusionMap total,
    RectifierRule rule,
    float[] projection,
    Optional<ClassMaps> classes) {

  /**
   * What becomes of the classes.
   *
   * @param subject the class whose probability is followed
   * @param probability of it (d)
   * @param mostProbable the number of the most probable class (e)
   */
  public record ClassMaps(int subject, OcclusionMap probability, OcclusionMap mostProbable) {}

  /** The map that says most of what the image is: a class's probability, or a feature map. */
  public OcclusionMap main() {
    return classes.map(ClassMaps::probability).orElse(total);
  }

  /** The image with the square where {@link #main} is least. */
  public float[] mostHarmed() {
    float[] covered = new float[image.length];
    main().occluder().cover(image, main().lowest(), square, covered);
    return covered;
  }
}
