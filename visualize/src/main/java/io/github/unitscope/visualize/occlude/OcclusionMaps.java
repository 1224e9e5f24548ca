package io.github.unitscope.visualize.occlude;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.Presentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
    double[][] values = new double[measures.size()][positions + 1];
    float[] square = fill.of(image, network.inputShape());
    Set<Readout> readouts =
        measures.stream().map(Measure::readout).collect(Collectors.toUnmodifiableSet());
    AtomicInteger done = new AtomicInteger();
    new Presentation(network, readouts, workers)
        .show(
            positions + 1,
            (index, pixels) -> {
              // The last one is the image itself.
              if (index == positions) {
                System.arraycopy(image, 0, pixels, 0, image.length);
              } else {
                occluder.cover(image, index, square, pixels);
              }
            },
            (index, pass, row) -> {
              for (int i = 0; i < values.length; i++) {
                Measure measure = measures.get(i);
                values[i][index] = measure.of(pass.output(measure.readout()), row);
              }
              progress.accept(done.incrementAndGet());
            });
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
   * The feature map whose activations have the largest sum on an image; of equal ones the first.
   *
   * @param image [inputs]
   * @param layer whose feature maps are compared
   */
  public static int strongestChannel(Network network, Layer layer, float[] image) {
    List<Measure> totals = new ArrayList<>();
    for (int channel = 0; channel < layer.shape().channels(); channel++) {
      totals.add(Measure.total(layer, channel));
    }
    double[] values = of(network, new Readout(layer.index(), Quantity.ACTIVATION), image, totals);
    int strongest = 0;
    for (int channel = 1; channel < values.length; channel++) {
      strongest = values[channel] > values[strongest] ? channel : strongest;
    }
    return strongest;
  }

  private static double[] of(
      Network network, Readout readout, float[] image, List<Measure> measures) {
    double[] values = new double[measures.size()];
    try (Workers one = new Workers(1)) {
      new Presentation(network, Set.of(readout), one)
          .show(
              1,
              (index, pixels) -> System.arraycopy(image, 0, pixels, 0, image.length),
              (index, pass, row) -> {
                for (int i = 0; i < values.length; i++) {
                  values[i] = measures.get(i).of(pass.output(readout), row);
                }
              });
    }
    return values;
  }
}
