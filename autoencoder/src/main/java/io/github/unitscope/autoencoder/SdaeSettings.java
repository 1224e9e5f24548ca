package io.github.unitscope.autoencoder;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.stacks.training.StackSettings;
import io.github.unitscope.stacks.training.TrainingSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How a stacked denoising autoencoder is trained.
 *
 * @param layers the number of hidden units of every layer, from the input upwards
 * @param levels the noise level of every layer; it replaces the one of {@code first} and {@code
 *     upper}
 * @param reconstruction of the images; the layers above reconstruct activations, at the
 *     cross-entropy
 * @param first how the first layer is trained
 * @param upper how the layers above it are trained
 */
public record SdaeSettings(
    List<Integer> layers,
    List<Double> levels,
    Reconstruction reconstruction,
    AutoencoderSettings first,
    AutoencoderSettings upper)
    implements StackSettings {

  /**
   * @throws InvalidInputException if there is no layer, one has no units, or there is not a noise
   *     level for each
   */
  public SdaeSettings {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new InvalidInputException("a stacked autoencoder needs at least one layer");
    }
    layers.forEach(
        units ->
            TrainingSettings.require(
                units >= 1, "the number of hidden units must be at least 1", units));
    levels = List.copyOf(levels);
    if (levels.size() != layers.size()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%d layers need as many noise levels, not %d",
              layers.size(),
              levels.size()));
    }
    for (int layer = 1; layer <= levels.size(); layer++) {
      (layer == 1 ? first : upper).withLevel(levels.get(layer - 1));
    }
  }

  /**
   * For pixels in [0, 1], and all layers trained with {@link AutoencoderSettings#DEFAULTS}.
   *
   * @param layers the number of hidden units of every layer, from the input upwards
   */
  public static SdaeSettings of(List<Integer> layers) {
    AutoencoderSettings all = AutoencoderSettings.DEFAULTS;
    return new SdaeSettings(
        layers,
        Collections.nCopies(layers.size(), all.corruption().level()),
        Reconstruction.CROSS_ENTROPY,
        all,
        all);
  }

  /** The same with {@code SdaeSettings.of(500, 500)}. */
  public static SdaeSettings of(int... layers) {
    return of(IntStream.of(layers).boxed().toList());
  }

  /** The same settings with other noise levels, one for every layer. */
  public SdaeSettings withLevels(List<Double> others) {
    return new SdaeSettings(layers, others, reconstruction, first, upper);
  }

  /** The same settings with another reconstruction of the images. */
  public SdaeSettings withReconstruction(Reconstruction other) {
    return new SdaeSettings(layers, levels, other, first, upper);
  }

  /** The same settings with another training of the first layer, its noise level too. */
  public SdaeSettings withFirst(AutoencoderSettings settings) {
    List<Double> changed = new ArrayList<>(levels);
    changed.set(0, settings.corruption().level());
    return new SdaeSettings(layers, changed, reconstruction, settings, upper);
  }

  /** The same settings with another training of the layers above, their noise levels too. */
  public SdaeSettings withUpper(AutoencoderSettings settings) {
    List<Double> changed =
        new ArrayList<>(Collections.nCopies(layers.size(), settings.corruption().level()));
    changed.set(0, levels.get(0));
    return new SdaeSettings(layers, changed, reconstruction, first, settings);
  }

  /** The same settings with all layers trained alike, their noise levels too. */
  public SdaeSettings withAll(AutoencoderSettings settings) {
    return withFirst(settings).withUpper(settings);
  }

  /** What a layer gives back, from 1. */
  Reconstruction reconstruction(int layer) {
    return layer == 1 ? reconstruction : Reconstruction.CROSS_ENTROPY;
  }

  /** How a layer is trained, from 1. */
  @Override
  public AutoencoderSettings layer(int layer) {
    return (layer == 1 ? first : upper).withLevel(levels.get(layer - 1));
  }
}
