package io.github.unitscope.visualize.deconv;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.dataexamples.DataExamples;
import io.github.unitscope.visualize.dataexamples.ExampleSettings;
import io.github.unitscope.visualize.dataexamples.UnitExamples;
import io.github.unitscope.visualize.stream.ChannelReduction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/**
 * Looks at feature maps of a layer through the images that excite them most (Zeiler and Fergus
 * 2013, figure 2). A pure function of network, settings and images: the same bits for any number of
 * threads.
 */
public final class FeatureMaps {
  private final Network network;
  private final Layer layer;
  private final List<RectifierRule> rules;
  private final float outside;
  private final Workers workers;

  /**
   * @param network to look at
   * @param layer that the feature maps belong to
   * @param rules by which activations are projected
   * @param outside shown where a patch goes beyond the border of the image
   * @param workers the threads to use
   * @throws InvalidInputException if a rule does not apply to the network
   */
  public FeatureMaps(
      Network network, Layer layer, List<RectifierRule> rules, float outside, Workers workers) {
    this.network = network;
    this.layer = layer;
    this.rules = List.copyOf(rules);
    this.outside = outside;
    this.workers = workers;
    try (Projector projector = new Projector(network, layer)) {
      rules.forEach(projector::require);
    }
  }

  /**
   * The views of some feature maps.
   *
   * @param channels of the layer
   * @param count the most views of a channel, each of another image, 1 to 100
   * @param images to search
   * @param progress gets the number of images that were looked at; from several threads
   * @return for every channel its views, the strongest first
   * @throws InvalidInputException if a channel does not exist, there is no image, or the images
   *     have another shape than the network's
   */
  public List<List<View>> views(
      List<Integer> channels, int count, ImageSet images, LongConsumer progress) {
    List<List<StrongestPlace>> places = strongest(channels, count, images, progress);
    List<StrongestPlace> all = places.stream().flatMap(List::stream).toList();
    View[] views = new View[all.size()];
    AtomicInteger next = new AtomicInteger();
    workers.forEachShard(
        Math.min(workers.threads(), all.size()), shard -> project(all, images, next, views));
    List<List<View>> result = new ArrayList<>();
    int from = 0;
    for (List<StrongestPlace> some : places) {
      result.add(List.of(views).subList(from, from + some.size()));
      from += some.size();
    }
    return result;
  }

  private List<List<StrongestPlace>> strongest(
      List<Integer> channels, int count, ImageSet images, LongConsumer progress) {
    ExampleSettings defaults = ExampleSettings.DEFAULTS;
    ExampleSettings settings =
        new ExampleSettings(
            Quantity.PREACTIVATION,
            ChannelReduction.CHANNEL_MAXIMUM,
            1,
            count,
            defaults.along(),
            defaults.threshold());
    // Nothing that is drawn at random is used.
    return DataExamples.find(
            network, layer.index(), channels, images, settings, Seed.root(0), workers, progress)
        .stream()
        .map(examples -> places(layer, examples))
        .toList();
  }

  private static List<StrongestPlace> places(Layer layer, UnitExamples examples) {
    return examples.maximum().stream()
        .map(example -> StrongestPlace.of(layer, examples.subject(), example))
        .toList();
  }

  private void project(
      List<StrongestPlace> places, ImageSet images, AtomicInteger next, View[] views) {
    try (Projector projector = new Projector(network, layer)) {
      ReceptiveFieldCrop seen = ReceptiveFieldCrop.of(network, layer);
      float[] image = new float[images.shape().size()];
      for (int i = next.getAndIncrement(); i < places.size(); i = next.getAndIncrement()) {
        StrongestPlace place = places.get(i);
        images.read(place.image(), image);
        Projector.Projected projected = projector.project(image, place.unit(layer), rules);
        List<float[]> projections =
            projected.projections().stream()
                .map(projection -> seen.cut(projection, place.row(), place.column(), 0))
                .toList();
        views[i] =
            new View(
                place,
                projected.activation(),
                seen.window(place.row(), place.column()),
                seen.cut(image, place.row(), place.column(), outside),
                projections);
      }
    }
  }
}
