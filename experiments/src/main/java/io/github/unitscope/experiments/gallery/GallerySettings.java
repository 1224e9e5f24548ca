package io.github.unitscope.experiments.gallery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.unitscope.experiments.options.ImageOptions;
import io.github.unitscope.experiments.options.LayerUnits;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.combine.Connections;
import io.github.unitscope.visualize.dataexamples.ExampleSettings;
import io.github.unitscope.visualize.maximize.MaximizationPlan;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.sample.MixingCriterion;
import io.github.unitscope.visualize.sample.SamplingSettings;
import io.github.unitscope.visualize.stream.ChannelReduction;
import java.util.List;
import java.util.Locale;

/**
 * A gallery with everything settled; manifests record it.
 *
 * @param layers the units to show
 * @param restarts ascents for every unit, at least 1
 * @param quantity what is maximized, and by what examples are ranked
 * @param specification how it is maximized
 * @param threshold the least cosine between images of the same optimum, in (0, 1)
 * @param sampling how samples are drawn, of which the last of every chain is kept, the furthest
 *     from the start; null for networks that cannot be sampled
 * @param criterion when chains count as mixed; null likewise
 * @param connections which the linear combination follows; null where layers are not fully
 *     connected
 * @param examples images of the most, of the least and along the range of a unit, 2 to 64 each
 * @param images which are shown to the network
 * @param tile the longest side of a tile in pixels, 16 to 512; that of the best images is twice
 *     that. Larger images are made smaller
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GallerySettings(
    List<LayerUnits> layers,
    int restarts,
    Quantity quantity,
    MaximizationSettings specification,
    double threshold,
    SamplingSettings sampling,
    MixingCriterion criterion,
    Connections connections,
    int examples,
    ImageOptions.Part images,
    int tile) {
  /** Ascents of a channel of a convolutional network. */
  public static final int FEW_RESTARTS = 3;

  static final String RESTARTS =
      MaximizationPlan.DEFAULT_RESTARTS + ", or " + FEW_RESTARTS + " of a convolutional network";

  /** Examples of each kind. */
  public static final int DEFAULT_EXAMPLES = 9;

  /** Longest side of a tile. */
  public static final int DEFAULT_TILE = 96;

  /** Bins of a histogram. */
  static final int BINS = 24;

  /** Samples of a unit that are shown, each of another chain. */
  static final int MOST_SAMPLES = 9;

  private static final int MOST_EXAMPLES = 64;
  private static final int SMALLEST_TILE = 16;
  private static final int LARGEST_TILE = 512;

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public GallerySettings {
    layers = List.copyOf(layers);
    sampling = sampling == null ? null : lastOfEachChain(sampling);
    if (restarts < 1) {
      throw new InvalidInputException("a gallery needs at least 1 restart, not " + restarts);
    }
    if (!(threshold > 0 && threshold < 1)) {
      throw new InvalidInputException(
          "the threshold is a cosine and must be in (0, 1), not " + threshold);
    }
    if (examples < 2 || examples > MOST_EXAMPLES) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the number of examples must be 2 to %d, not %d",
              MOST_EXAMPLES,
              examples));
    }
    if (tile < SMALLEST_TILE || tile > LARGEST_TILE) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the side of a tile must be %d to %d pixels, not %d",
              SMALLEST_TILE,
              LARGEST_TILE,
              tile));
    }
  }

  /** How examples are looked for. */
  ExampleSettings exampleSettings(ChannelReduction reading) {
    return new ExampleSettings(quantity, reading, examples, examples, examples, 0);
  }

  private static SamplingSettings lastOfEachChain(SamplingSettings sampling) {
    return new SamplingSettings(
        sampling.chains(),
        sampling.burnIn(),
        sampling.samplesPerChain(),
        sampling.thinning(),
        1,
        sampling.topDown());
  }

  /** How many samples of a unit are shown. */
  int samplesShown() {
    return Math.min(MOST_SAMPLES, sampling.chains());
  }
}
