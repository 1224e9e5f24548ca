package io.github.unitscope.visualize.probe;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.stream.ImageStream;
import java.util.Locale;
import java.util.Set;

/** Reads the features of images: pixels, or the activations of a layer. */
final class FeatureReader {
  private final Network network;
  private final Workers workers;

  FeatureReader(Network network, Workers workers) {
    this.network = network;
    this.workers = workers;
  }

  /**
   * Pixels.
   *
   * @return [images][features]
   */
  float[][] pixels(ImageSet images, FeatureGrid grid) {
    float[][] features = new float[images.size()][grid.to().size()];
    workers.forEachShard(
        ImageStream.shards(images),
        shard -> {
          float[] pixels = new float[grid.from().size()];
          int end = Math.min(images.size(), (shard + 1) * ImageStream.SHARD);
          for (int i = shard * ImageStream.SHARD; i < end; i++) {
            images.read(i, pixels);
            grid.pool(pixels, features[i]);
            requireNumbers(features[i], "the image itself", i);
          }
        });
    return features;
  }

  /**
   * Activations of a layer.
   *
   * @return [images][features]
   */
  float[][] activations(ImageSet images, Layer layer, FeatureGrid grid) {
    float[][] features = new float[images.size()][grid.to().size()];
    Readout readout = new Readout(layer.index(), Quantity.ACTIVATION);
    ImageStream.show(
        network,
        Set.of(readout),
        images,
        workers,
        shown -> {
          float[] values = new float[layer.units()];
          for (int i = 0; i < shown.rows().length; i++) {
            int image = shown.first() + i;
            shown.pass().output(readout).readRow(shown.rows()[i], values);
            grid.pool(values, features[image]);
            requireNumbers(features[image], "layer " + layer.title(), image);
          }
        },
        done -> {});
    return features;
  }

  private static void requireNumbers(float[] features, String where, int image) {
    for (float value : features) {
      if (!Float.isFinite(value)) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s has the value %s for image %d: look at the weights and the image",
                where,
                value,
                image));
      }
    }
  }
}
