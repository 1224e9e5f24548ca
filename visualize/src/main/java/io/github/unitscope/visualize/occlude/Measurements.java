package io.github.unitscope.visualize.occlude;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.stream.ImageStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Measures of many images in one stream: passes through a large network take memory. */
final class Measurements {
  private Measurements() {}

  /**
   * Measures images.
   *
   * @param all measures that are used for any image
   * @param measures those to be used for an image, by its index
   * @param progress gets the number of images that are done
   * @return for every image what its measures gave
   */
  static List<Measured> of(
      Network network,
      ImageSet images,
      Collection<Measure> all,
      IntFunction<List<Measure>> measures,
      Workers workers,
      LongConsumer progress) {
    Measured[] measured = new Measured[images.size()];
    Set<Readout> readouts =
        all.stream().map(Measure::readout).collect(Collectors.toUnmodifiableSet());
    ImageStream.show(
        network,
        readouts,
        images,
        workers,
        shown -> {
          for (int i = 0; i < shown.rows().length; i++) {
            int image = shown.first() + i;
            int row = shown.rows()[i];
            measured[image] =
                Measured.by(
                    measures.apply(image), m -> m.of(shown.pass().output(m.readout()), row));
          }
        },
        progress);
    return List.of(measured);
  }
}
