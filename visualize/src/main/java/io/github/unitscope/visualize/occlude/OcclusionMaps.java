package io.github.unitscope.visualize.occlude;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.stream.ImageStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
   * @throws io.github.unitscope.network.InvalidInputException if images may not have the square's
   *     value
   */
  public OcclusionMaps {
    fill.requireIn(network.imageRange());
  }

  /**
   * The maps of an image.
   *
   * @param image [inputs]
   * @param measures what is read at every position; all at once, so that each costs little
   * @param progress gets the number of positions that are done; from several threads
   * @return a map for each measure
   */
  public List<OcclusionMap> of(float[] image, List<Measure> measures, LongConsumer progress) {
    int positions = occluder.positions();
    float[] square = fill.of(image, network.inputShape());
    double[][] values =
        read(network, new OccludedImages(image, occluder, square), measures, workers, progress);
    List<OcclusionMap> maps = new ArrayList<>();
    for (double[] all : values) {
      maps.add(
          new OcclusionMap(
              occluder,
              IntStream.range(0, positions).mapToDouble(i -> all[i]).toArray(),
              all[positions]));
    }
    return maps;
  }

  /**
   * The strongest feature map on an image; of equal ones the first.
   *
   * @param image [inputs]
   * @param layer whose feature maps are compared
   * @param strength by what
   */
  public static int strongestChannel(
      Network network, Layer layer, float[] image, Strength strength) {
    List<Measure> strengths = new ArrayList<>();
    for (int channel = 0; channel < layer.shape().channels(); channel++) {
      strengths.add(strength.of(layer, channel));
    }
    double[][] values = readOne(network, strengths, image);
    int strongest = 0;
    for (int channel = 1; channel < values.length; channel++) {
      strongest = values[channel][0] > values[strongest][0] ? channel : strongest;
    }
    return strongest;
  }

  /** A number for one image. */
  static double of(Network network, Measure measure, float[] image) {
    return readOne(network, List.of(measure), image)[0][0];
  }

  private static double[][] readOne(Network network, List<Measure> measures, float[] image) {
    try (Workers one = new Workers(1)) {
      ImageSet images = new SingleImage(network.inputShape(), image);
      return read(network, images, measures, one, done -> {});
    }
  }

  private record SingleImage(ImageShape shape, float[] image) implements ImageSet {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public void read(int index, float[] pixels) {
      System.arraycopy(image, 0, pixels, 0, image.length);
    }
  }

  /** The measures of every image: [measures][images]. */
  private static double[][] read(
      Network network,
      ImageSet images,
      List<Measure> measures,
      Workers workers,
      LongConsumer progress) {
    double[][] values = new double[measures.size()][images.size()];
    Set<Readout> readouts =
        measures.stream().map(Measure::readout).collect(Collectors.toUnmodifiableSet());
    ImageStream.show(
        network, readouts, images, workers, shown -> read(shown, measures, values), progress);
    return values;
  }

  private static void read(ImageStream.Shown shown, List<Measure> measures, double[][] values) {
    for (int i = 0; i < values.length; i++) {
      Measure measure = measures.get(i);
      for (int k = 0; k < shown.rows().length; k++) {
        values[i][shown.first() + k] =
            measure.of(shown.pass().output(measure.readout()), shown.rows()[k]);
      }
    }
  }
}
