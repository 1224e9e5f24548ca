package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import java.util.List;

/** Options that choose feature maps of a layer. */
public final class ChannelOptions {
  private static final int DEFAULT_CHANNELS = 9;

  @Parameter(
      names = "--layer",
      description =
          "Layer to look at: its name, or its number from 1; by default the highest with feature"
              + " maps, or the highest")
  private String layer;

  @Parameter(
      names = {"--channels", "--units"},
      description =
          "Feature maps, from 0: 7 or 0-8 or 3,7,20-25 or all; by default the first 9. Units, where"
              + " a layer has no places")
  private String channels;

  /**
   * Feature maps of a layer.
   *
   * @param layer that they belong to
   * @param channels in ascending order
   */
  public record Selection(Layer layer, List<Integer> channels) {}

  /**
   * What is meant on a network.
   *
   * @throws UsageException if a layer or channel does not exist or the list cannot be read
   */
  public Selection on(Network network) {
    Layer chosen = layer(network, layer);
    int count = chosen.shape().channels();
    List<Integer> list =
        channels == null
            ? NumberList.range(0, Math.min(DEFAULT_CHANNELS, count) - 1)
            : NumberList.parse("--channels", channels, count, chosen::requireChannel);
    return new Selection(chosen, list);
  }

  /**
   * A layer as people write it.
   *
   * @param text its name or number; null for the highest whose units have places, or the highest
   * @throws UsageException if there is none
   */
  public static Layer layer(Network network, String text) {
    if (text != null) {
      return UsageException.check(() -> network.layer(text));
    }
    List<Layer> layers = network.layers();
    return layers.stream()
        .filter(some -> some.places() > 1)
        .reduce((lower, higher) -> higher)
        .orElse(layers.get(layers.size() - 1));
  }
}
