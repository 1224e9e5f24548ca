package io.github.unitscope.visualize.occlude;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.numerics.Workers;
import java.util.ArrayList;
import java.util.List;
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
   * @return for every question a map for each of its measures
   */
  public List<List<OcclusionMap>> of(List<Question> questions, LongConsumer progress) {
    List<float[]> images = questions.stream().map(Question::image).toList();
    List<float[]> squares =
        images.stream().map(image -> fill.of(image, network.inputShape())).toList();
    OccludedImages occluded = new OccludedImages(images, occluder, squares);
    int perImage = occluded.perImage();
    double[][] values =
        Measurements.of(
            network,
            occluded,
            questions.stream().flatMap(question -> question.measures().stream()).toList(),
            index -> questions.get(index / perImage).measures(),
            workers,
            progress);
    List<List<OcclusionMap>> maps = new ArrayList<>();
    for (int image = 0; image < images.size(); image++) {
      List<OcclusionMap> ofImage = new ArrayList<>();
      for (int measure = 0; measure < questions.get(image).measures().size(); measure++) {
        ofImage.add(map(values, image * perImage, measure));
      }
      maps.add(ofImage);
    }
    return maps;
  }

  private OcclusionMap map(double[][] values, int first, int measure) {
    double[] map = new double[occluder.positions()];
    for (int position = 0; position < map.length; position++) {
      map[position] = values[first + position][measure];
    }
    return new OcclusionMap(occluder, map, values[first + map.length][measure]);
  }
}
