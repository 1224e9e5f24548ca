package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.stream.Reading;
import java.util.List;
import java.util.stream.IntStream;

/** Options that choose units or channels of a layer. */
public final class SubjectOptions {
  private static final int DEFAULT_SUBJECTS = 36;
  private static final int DEFAULT_LAYER = 2;

  @Parameter(names = "--layer", description = "Layer to look at, by name or number; by default 2")
  private String layer;

  @Parameter(
      names = "--units",
      description = "Units, from 0: 7 or 0-35 or 3,7,20-25 or all; by default the first 36")
  private String units;

  @Parameter(
      names = "--channels",
      description = "Whole channels instead of units: 7 or 0-35 or 3,7,20-25 or all")
  private String channels;

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
  public record Selection(Layer layer, Reading reading, List<Integer> subjects) {}

  /**
   * What is meant on a network.
   *
   * @throws UsageException if a layer, unit or channel does not exist or a list cannot be read
   */
  public Selection on(Network network) {
    if (units != null && channels != null) {
      throw new UsageException("--units and --channels exclude each other: give one of them");
    }
    int otherwise = Math.min(DEFAULT_LAYER, network.layers().size());
    Layer chosen =
        UsageException.check(() -> layer == null ? network.layer(otherwise) : network.layer(layer));
    Reading reading = reading();
    List<Integer> list = list(channels == null ? units : channels, chosen, reading);
    list.forEach(subject -> require(reading, chosen, subject));
    return new Selection(chosen, reading, list);
  }

  private Reading reading() {
    if (channels == null) {
      return Reading.UNIT;
    }
    return channelValue == ChannelValue.MEAN ? Reading.CHANNEL_MEAN : Reading.CHANNEL_MAXIMUM;
  }

  private static List<Integer> list(String text, Layer layer, Reading reading) {
    int count = reading.count(layer);
    if (text == null) {
      return IntStream.range(0, Math.min(DEFAULT_SUBJECTS, count)).boxed().toList();
    }
    // The parser knows units only; the channels of a layer are those of one without places.
    return UnitOptions.parse(text, Layer.flat(layer.index(), layer.name(), count));
  }

  private static void require(Reading reading, Layer layer, int subject) {
    UsageException.check(
        () -> {
          reading.require(layer, subject);
          return subject;
        });
  }
}
