package io.github.unitscope.visualize.diagnose;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.stream.ImageStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * The activations of a layer's channels (units, where they have no places) over a set of images.
 *
 * @param layer that was looked at
 * @param least of every channel over all images and places [channels]
 * @param greatest of every channel [channels]
 * @param mean of every channel [channels]
 * @param onShare of the places of all images at which a channel is above zero [channels]
 */
public record LayerActivity(
    Layer layer, double[] least, double[] greatest, double[] mean, double[] onShare) {
  /** Of the greatest absolute value: what lies closer together says nothing of the image. */
  private static final double CONSTANT = 1e-3;

  /**
   * Looks at all layers while every image is shown once.
   *
   * @param layers to look at
   * @param images to show
   * @param progress gets the number of images that have been shown; from several threads
   * @throws io.github.unitscope.network.message.InvalidInputException if there is no image, or they
   *     are not what the network looks at
   */
  public static List<LayerActivity> of(
      Network network,
      List<Layer> layers,
      ImageSet images,
      Workers workers,
      LongConsumer progress) {
    Map<Layer, Tally[]> tallies = new LinkedHashMap<>();
    for (Layer layer : layers) {
      tallies.put(layer, new Tally[ImageStream.shards(images)]);
    }
    Set<Readout> readouts =
        layers.stream().map(LayerActivity::readout).collect(Collectors.toUnmodifiableSet());
    ImageStream.show(
        network,
        readouts,
        images,
        workers,
        shown -> tallies.forEach((layer, shards) -> look(shown, layer, shards)),
        progress);
    List<LayerActivity> activities = new ArrayList<>();
    tallies.forEach((layer, shards) -> activities.add(join(layer, shards)));
    return activities;
  }

  private static Readout readout(Layer layer) {
    return new Readout(layer.index(), Quantity.ACTIVATION);
  }

  private static void look(ImageStream.Shown shown, Layer layer, Tally[] shards) {
    if (shards[shown.shard()] == null) {
      shards[shown.shard()] = new Tally(layer.shape().channels());
    }
    Pass pass = shown.pass();
    float[] units = new float[layer.units()];
    for (int row : shown.rows()) {
      pass.output(readout(layer)).readRow(row, units);
      shards[shown.shard()].add(units, layer.places());
    }
  }

  /** In the order of the shards: sums are the same for any number of threads. */
  private static LayerActivity join(Layer layer, Tally[] shards) {
    Tally all = new Tally(layer.shape().channels());
    for (Tally shard : shards) {
      all.add(shard);
    }
    for (int channel = 0; channel < all.sums.length; channel++) {
      all.sums[channel] /= all.count;
      all.on[channel] /= all.count;
    }
    return new LayerActivity(layer, all.least, all.greatest, all.sums, all.on);
  }

  /** What a channel does. */
  public UnitState state(int channel) {
    double size = Math.max(Math.abs(least[channel]), Math.abs(greatest[channel]));
    if (size == 0) {
      return UnitState.DEAD;
    }
    double range = greatest[channel] - least[channel];
    return range < CONSTANT * size ? UnitState.CONSTANT : UnitState.ALIVE;
  }

  /** How many channels are in a state. */
  public int count(UnitState state) {
    int count = 0;
    for (int channel = 0; channel < greatest.length; channel++) {
      count += state(channel) == state ? 1 : 0;
    }
    return count;
  }

  /** What is gathered of some images. */
  private static final class Tally {
    private final double[] least;
    private final double[] greatest;
    private final double[] sums;
    private final double[] on;
    private double count;

    Tally(int channels) {
      least = new double[channels];
      greatest = new double[channels];
      sums = new double[channels];
      on = new double[channels];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    }

    void add(float[] units, int places) {
      for (int unit = 0; unit < units.length; unit++) {
        int channel = unit / places;
        least[channel] = Math.min(least[channel], units[unit]);
        greatest[channel] = Math.max(greatest[channel], units[unit]);
        sums[channel] += units[unit];
        on[channel] += units[unit] > 0 ? 1 : 0;
      }
      count += places;
    }

    void add(Tally other) {
      for (int channel = 0; channel < sums.length; channel++) {
        least[channel] = Math.min(least[channel], other.least[channel]);
        greatest[channel] = Math.max(greatest[channel], other.greatest[channel]);
        sums[channel] += other.sums[channel];
        on[channel] += other.on[channel];
      }
      count += other.count;
    }
  }
}
