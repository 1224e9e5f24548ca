package io.github.unitscope.autoencoder;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;

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
    AutoencoderSettings upper) {

  /**
   * @throws InvalidInputException if there is no layer, one has no units, or there is not a noise
   *     level for each
   */
  public SdaeSettings {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new InvalidInputException("a stacked autoencoder needs at least one layer");
    }
    layers.forEach(units -> new LayerShape(units, reconstruction));
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
      (layer == 1 ? first : upper).corruption().withLevel(levels.get(layer - 1));
    }
  }

  /** What a layer is, from 1. */
  LayerShape shape(int layer) {
    return new LayerShape(
        layers.get(layer - 1), layer == 1 ? reconstruction : Reconstruction.CROSS_ENTROPY);
  }

  /** How a layer is trained, from 1. */
  AutoencoderSettings layer(int layer) {
    AutoencoderSettings settings = layer == 1 ? first : upper;
    return settings.withCorruption(settings.corruption().withLevel(levels.get(layer - 1)));
  }

  /** The epochs of all layers. */
  public int totalEpochs() {
    return first.epochs() + (layers.size() - 1) * upper.epochs();
  }
}
