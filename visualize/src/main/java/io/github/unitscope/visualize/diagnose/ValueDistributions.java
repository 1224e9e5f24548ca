package io.github.unitscope.visualize.diagnose;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.stream.ImageStream;
import io.github.unitscope.visualize.stream.LayerReader;
import io.github.unitscope.visualize.stream.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/**
 * Looks at how the values of units are distributed over images, in two passes: the first finds the
 * range and the mean, the second what needs them. Memory does not grow with the number of images.
 */
public final class ValueDistributions {
  private final Network network;
  private final Readout readout;
  private final Layer layer;
  private final Reading reading;
  private final List<Integer> subjects;
  private final ImageSet images;
  private final double[] least;
  private final double[] greatest;

  /** The sums of shards that have not been shown in full. */
  private final Map<Integer, double[]> open = new ConcurrentHashMap<>();

  private ValueDistributions(
      Network network, Readout readout, Reading reading, List<Integer> subjects, ImageSet images) {
    this.network = network;
    this.readout = readout;
    this.layer = network.layer(readout.layer());
    this.reading = reading;
    this.subjects = subjects;
    this.images = images;
    this.least = new double[subjects.size()];
    this.greatest = new double[subjects.size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
  }

  /**
   * Looks at several units or channels of a layer.
   *
   * @param readout the layer, and which value of its units
   * @param reading units or channels
   * @param subjects their numbers
   * @param images to show
   * @param bins of the histogram, at least 1
   * @param on the value above which a unit counts as on
   * @param progress gets the number of images that have been shown, twice up to all
   * @return in the order of the subjects
   * @throws io.github.unitscope.network.message.InvalidInputException if there is no image, or they
   *     are not what the network looks at
   */
  public static List<ValueDistribution> of(
      Network network,
      Readout readout,
      Reading reading,
      List<Integer> subjects,
      ImageSet images,
      int bins,
      double on,
      Workers workers,
      LongConsumer progress) {
    return new ValueDistributions(network, readout, reading, subjects, images)
        .look(bins, on, workers, progress);
  }

  private List<ValueDistribution> look(
      int bins, double on, Workers workers, LongConsumer progress) {
    int count = subjects.size();
    OrderedSums sums = new OrderedSums(count);
    show(workers, progress, count, sums, this::takeRange);
    double[] means = sums.totals();
    for (int k = 0; k < count; k++) {
      means[k] /= images.size();
    }
    OrderedSums powers = new OrderedSums(2 * count);
    int[][] counts = new int[count][bins];
    int[] above = new int[count];
    show(
        workers,
        progress,
        2 * count,
        powers,
        (k, values, shard) -> {
          for (float value : values) {
            double distance = value - means[k];
            shard[2 * k] += distance * distance;
            shard[2 * k + 1] += distance * distance * distance;
          }
          synchronized (counts[k]) {
            for (float value : values) {
              counts[k][bin(k, value, bins)]++;
              above[k] += value > on ? 1 : 0;
            }
          }
        });
    return distributions(means, powers.totals(), counts, above);
  }

  private void takeRange(int k, float[] values, double[] shard) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      shard[k] += value;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    synchronized (this) {
      least[k] = Math.min(least[k], low);
      greatest[k] = Math.max(greatest[k], high);
    }
  }

  private int bin(int k, float value, int bins) {
    double range = greatest[k] - least[k];
    return range > 0 ? (int) Math.min(bins - 1, (value - least[k]) / range * bins) : 0;
  }

  private List<ValueDistribution> distributions(
      double[] means, double[] powers, int[][] counts, int[] above) {
    List<ValueDistribution> distributions = new ArrayList<>();
    for (int k = 0; k < means.length; k++) {
      double variance = powers[2 * k] / images.size();
      double deviation = greatest[k] > least[k] ? Math.sqrt(variance) : 0;
      double third = powers[2 * k + 1] / images.size();
      distributions.add(
          new ValueDistribution(
              least[k],
              greatest[k],
              means[k],
              deviation,
              deviation > 0 ? third / (deviation * variance) : Double.NaN,
              (double) above[k] / images.size(),
              counts[k]));
    }
    return distributions;
  }

  /** Adds the values of some images for one subject to the sums of their shard. */
  private interface Adder {
    void add(int subject, float[] values, double[] shard);
  }

  private void show(
      Workers workers, LongConsumer progress, int sums, OrderedSums totals, Adder adder) {
    ImageStream.show(
        network,
        Set.of(readout),
        images,
        workers,
        shown -> {
          double[] shard = open.computeIfAbsent(shown.shard(), number -> new double[sums]);
          add(shown, shard, adder);
          int end = Math.min(images.size(), (shown.shard() + 1) * ImageStream.SHARD);
          if (shown.first() + shown.rows().length == end) {
            totals.add(shown.shard(), open.remove(shown.shard()));
          }
        },
        progress);
  }

  private void add(ImageStream.Shown shown, double[] shard, Adder adder) {
    int count = shown.rows().length;
    LayerReader reader = new LayerReader(layer, reading, count);
    float[] values = new float[count];
    for (int k = 0; k < subjects.size(); k++) {
      reader.read(shown.pass().output(readout), subjects.get(k), shown.rows());
      for (int i = 0; i < count; i++) {
        values[i] = reader.value(i);
      }
      adder.add(k, values, shard);
    }
  }
}
