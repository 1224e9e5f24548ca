package io.github.unitscope.visualize.occlude;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.numerics.Workers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Maps of what a network gives while a square covers one part of an image after the other (Zeiler
 * and Fergus 2013, figure 7). The same bits for any number of threads.
 *
 * @param network to look at
 * @param occluder the square
 * @param fill what it is filled with
 * @param workers the threads to use
 */
public record OcclusionMaps(Network network, Occluder occluder, Fill fill, Workers workers) {

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if images may not have the
   *     square's value
   */
  public OcclusionMaps {
    fill.requireIn(network.imageRange());
  }

  /**
   * What is asked of an image.
   *
   * @param image [inputs]
   * @param measures what is read at every position; all at once, so that each costs little
   */
  public record Question(float[] image, List<Measure> measures) {
    /** Copies the list. */
    public Question {
      measures = List.copyOf(measures);
    }
  }

  /**
   * The maps of images.
   *
   * @param progress gets the number of positions that are done, of all images together; from
   *     several threads
   * @return for every question the map of each of its measures
   */
  public List<Map<Measure, OcclusionMap>> of(List<Question> questions, LongConsumer progress) {
    List<float[]> images = questions.stream().map(Question::image).toList();
    List<float[]> squares =
        images.stream().map(image -> fill.of(image, network.inputShape())).toList();
    OccludedImages occluded = new OccludedImages(images, occluder, squares);
    int perImage = occluded.perImage();
    List<Measured> measured =
        Measurements.of(
            network,
            occluded,
            questions.stream().flatMap(question -> question.measures().stream()).toList(),
            index -> questions.get(index / perImage).measures(),
            workers,
            progress);
    List<Map<Measure, OcclusionMap>> maps = new ArrayList<>();
    for (int image = 0; image < images.size(); image++) {
      List<Measured> ofImage = measured.subList(image * perImage, (image + 1) * perImage);
      Map<Measure, OcclusionMap> ofMeasures = new LinkedHashMap<>();
      for (Measure measure : questions.get(image).measures()) {
        ofMeasures.put(measure, map(ofImage, measure));
      }
      maps.add(ofMeasures);
    }
    return maps;
  }

  /** The image without the square comes behind all positions. */
  private OcclusionMap map(List<Measured> ofImage, Measure measure) {
    int positions = occluder.positions();
    double[] values =
        ofImage.subList(0, positions).stream().mapToDouble(one -> one.of(measure)).toArray();
    return new OcclusionMap(occluder, values, ofImage.get(positions).of(measure));
  }
}
