package io.github.unitscope.visualize.dataexamples;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.visualize.stream.ImageStream;
import io.github.unitscope.visualize.stream.LayerReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Finds the images of a set that units respond to most, least and in between (the dataset examples
 * of Olah et al. 2017; the top 9 of Zeiler and Fergus 2013, Figure 2).
 *
 * <p>All images pass by once; a unit keeps a bounded number of them, so that memory does not grow
 * with the number of images. Ties are broken by index.
 */
public final class DataExamples {
  private DataExamples() {}

  /**
   * Finds the examples of several units or channels of a layer.
   *
   * @param layer from 1
   * @param subjects units or channels, as the settings say
   * @param seed of the images that are drawn along the range; every unit derives its own
   * @param progress gets the number of images that have been shown
   * @return examples for every subject, in their order
   * @throws InvalidInputException if there is no such layer, unit or channel, no image, images are
   *     not what the network looks at, or a value is not a number
   */
  public static List<UnitExamples> find(
      Network network,
      int layer,
      List<Integer> subjects,
      ImageSet images,
      ExampleSettings settings,
      Seed seed,
      Workers workers,
      LongConsumer progress) {
    Layer read = network.layer(layer);
    subjects.forEach(subject -> settings.reading().require(read, subject));
    Seed own = seed.derive("examples").derive(layer);
    List<Collector> collectors =
        subjects.stream()
            .map(subject -> new Collector(subject, settings, own.derive(subject)))
            .toList();
    Readout readout = new Readout(layer, settings.quantity());
    ImageStream.show(
        network,
        Set.of(readout),
        images,
        workers,
        shown -> look(shown, readout, read, settings, subjects, collectors),
        progress);
    return collectors.stream().map(Collector::result).toList();
  }

  private static void look(
      ImageStream.Shown shown,
      Readout readout,
      Layer layer,
      ExampleSettings settings,
      List<Integer> subjects,
      List<Collector> collectors) {
    int count = shown.rows().length;
    long[] contents = new long[count];
    for (int i = 0; i < count; i++) {
      contents[i] = hash(shown.images()[i]);
    }
    LayerReader reader = new LayerReader(layer, settings.reading(), count);
    for (int k = 0; k < subjects.size(); k++) {
      reader.read(shown.pass().output(readout), subjects.get(k), shown.rows());
      Collector collector = collectors.get(k);
      // The order in which threads come does not matter to what a collector holds at the end.
      synchronized (collector) {
        for (int i = 0; i < count; i++) {
          float value = requireNumber(reader.value(i), subjects.get(k), layer, shown.first() + i);
          collector.add(new Candidate(shown.first() + i, contents[i], value, reader.place(i)));
        }
      }
    }
  }

  private static float requireNumber(float value, int subject, Layer layer, int image) {
    if (!Float.isFinite(value)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%d of layer %s has the value %s for image %d: look at the weights and the image",
              subject,
              layer.title(),
              value,
              image));
    }
    return value;
  }

  private static long hash(float[] image) {
    long hash = image.length;
    for (float value : image) {
      // Adding 0 makes 0 of −0: the same picture.
      hash = SplitMix64.at(hash ^ Float.floatToIntBits(value + 0f), 0);
    }
    return hash;
  }
}
