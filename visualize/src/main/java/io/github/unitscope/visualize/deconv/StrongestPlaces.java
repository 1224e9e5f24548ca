package io.github.unitscope.visualize.deconv;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.Presentation;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/**
 * The images that excite feature maps most, one place of each (Zeiler and Fergus 2013, figure 2).
 * Images are read one by one and not kept.
 */
final class StrongestPlaces {
  private final Layer layer;
  private final List<PriorityQueue<StrongestPlace>> best = new ArrayList<>();
  private final List<Integer> channels;
  private final int count;

  private StrongestPlaces(Layer layer, List<Integer> channels, int count) {
    this.layer = layer;
    this.channels = channels;
    this.count = count;
    channels.forEach(
        channel -> best.add(new PriorityQueue<>(StrongestPlace.STRONGEST_FIRST.reversed())));
  }

  /**
   * Searches a set of images.
   *
   * @param channels of the layer
   * @param count the most places of a channel
   * @param progress gets the number of images that were looked at; from several threads
   * @return for every channel its places, the strongest first
   * @throws InvalidInputException if the images have another shape than the network's
   */
  static List<List<StrongestPlace>> find(
      Network network,
      Layer layer,
      List<Integer> channels,
      int count,
      ImageSet images,
      Workers workers,
      LongConsumer progress) {
    if (!images.shape().equals(network.inputShape())) {
      throw new InvalidInputException(
          "the images are %s, and the network looks at %s: give images of that shape"
              .formatted(images.shape(), network.inputShape()));
    }
    StrongestPlaces places = new StrongestPlaces(layer, channels, count);
    Readout readout = new Readout(layer.index(), Quantity.ACTIVATION);
    AtomicInteger done = new AtomicInteger();
    new Presentation(network, Set.of(readout), workers)
        .show(
            images.size(),
            images::read,
            (image, pass, row) -> {
              places.look(image, activations(pass, readout, row));
              progress.accept(done.incrementAndGet());
            });
    return places.ordered();
  }

  private static float[] activations(Pass pass, Readout readout, int row) {
    float[] activations = new float[pass.output(readout).columns()];
    pass.output(readout).readRow(row, activations);
    return activations;
  }

  /** The order has no ties, so that it does not matter which image comes first. */
  private void look(int image, float[] activations) {
    for (int i = 0; i < best.size(); i++) {
      StrongestPlace place = StrongestPlace.of(layer, channels.get(i), image, activations);
      synchronized (best.get(i)) {
        best.get(i).add(place);
        if (best.get(i).size() > count) {
          best.get(i).remove();
        }
      }
    }
  }

  private List<List<StrongestPlace>> ordered() {
    return best.stream()
        .map(places -> places.stream().sorted(StrongestPlace.STRONGEST_FIRST).toList())
        .toList();
  }
}
