package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.stream.ChannelReduction;
import java.util.List;
import java.util.stream.IntStream;

/** Options that choose units or channels of a layer. */
public final class SubjectOptions {
  private static final int DEFAULT_SUBJECTS = 36;
  private static final int DEFAULT_LAYER = 2;

  @Parameter(names = "--layer", description = "Layer to look at, by name or number; by default 2")
  private String layer;

  @Parameter(
      names = {"--units", "--channels"},
      description =
          "Units, from 0: 7 or 0-35 or 3,7,20-25 or all; by default the first 36. Of a layer that"
              + " convolves, its channels")
  private String units;

  @Parameter(
      names = "--at",
      description =
          "Of a layer that convolves, the neuron of each channel at a place, ROW,COLUMN or centre,"
              + " instead of the channel as a whole")
  private String at;

  @Parameter(
      names = "--channel-value",
      description = "The value of a channel: its maximum over places, or its mean")
  private ChannelValue channelValue = ChannelValue.MAXIMUM;

  /** What is taken for the value of a channel. */
  public enum ChannelValue {
    /** The greatest over all places. */
    MAXIMUM,
    /** The mean over all places. */
    MEAN
  }

  /**
   * What was chosen.
   *
   * @param layer that is looked at
   * @param reading units or channels
   * @param subjects in ascending order
   */
  public record Selection(Layer layer, ChannelReduction reading, List<Integer> subjects) {}

  /**
   * What is meant on a network.
   *
   * @throws UsageException if a layer, unit or channel does not exist or a list cannot be read
   */
  public Selection on(Network network) {
    int otherwise = Math.min(DEFAULT_LAYER, network.layers().size());
    Layer chosen =
        UsageException.check(() -> layer == null ? network.layer(otherwise) : network.layer(layer));
    int count = chosen.shape().channels();
    List<Integer> numbers =
        units == null
            ? IntStream.range(0, Math.min(DEFAULT_SUBJECTS, count)).boxed().toList()
            : UnitOptions.parse(units, chosen);
    Integer place = UsageException.check(() -> UnitOptions.choice(chosen, at)).place();
    ChannelReduction reading = reading(chosen, place);
    List<Integer> subjects =
        place == null
            ? numbers
            : numbers.stream().map(channel -> channel * chosen.places() + place).toList();
    subjects.forEach(subject -> require(reading, chosen, subject));
    return new Selection(chosen, reading, subjects);
  }

  private ChannelReduction reading(Layer chosen, Integer place) {
    if (chosen.places() == 1 || place != null) {
      return ChannelReduction.UNIT;
    }
    return channelValue == ChannelValue.MEAN
        ? ChannelReduction.CHANNEL_MEAN
        : ChannelReduction.CHANNEL_MAXIMUM;
  }

  private static void require(ChannelReduction reading, Layer layer, int subject) {
    UsageException.check(
        () -> {
          reading.require(layer, subject);
          return subject;
        });
  }
}
