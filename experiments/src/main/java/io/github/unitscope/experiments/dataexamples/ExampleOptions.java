package io.github.unitscope.experiments.dataexamples;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.visualize.dataexamples.ExampleSettings;
import io.github.unitscope.visualize.stream.ChannelReduction;
import java.util.Map;

/** Options of the search for examples in data. */
public final class ExampleOptions implements Explained {
  private static final ExampleSettings DEFAULTS = ExampleSettings.DEFAULTS;

  @Parameter(names = "--quantity", description = "Value that images are ranked by")
  private Quantity quantity = DEFAULTS.quantity();

  @Parameter(
      names = "--per-group",
      description =
          "Images of each group: smallest, slightly negative, slightly positive and largest"
              + " values; at least 1")
  private int perGroup = DEFAULTS.perGroup();

  @Parameter(
      names = "--top",
      description =
          "Images with the largest values, shown in a picture of their own; at least"
              + " --per-group. Default: {top}")
  private Integer top;

  @Parameter(
      names = "--along",
      description = "Images evenly spaced along the range of values, at least 2")
  private int along = DEFAULTS.along();

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--threshold",
      description = "Value that separates slightly negative from slightly positive: any number")
  private double threshold = DEFAULTS.threshold();

  @Parameter(
      names = "--channel-value",
      description = "What a channel is ranked by: its maximum over places, or its mean")
  private ChannelValue channelValue = ChannelValue.MAXIMUM;

  /** What is taken for the value of a channel. */
  public enum ChannelValue {
    /** The greatest over all places. */
    MAXIMUM,
    /** The mean over all places. */
    MEAN
  }

  @Override
  public Map<String, String> words() {
    return Map.of("top", DEFAULTS.most() + ", or --per-group where that is more");
  }

  /** What examples are sought for, of chosen units. */
  Subjects subjects(UnitOptions.Selection selection) {
    return Subjects.of(
        selection,
        channelValue == ChannelValue.MEAN
            ? ChannelReduction.CHANNEL_MEAN
            : ChannelReduction.CHANNEL_MAXIMUM);
  }

  /**
   * The settings.
   *
   * @throws UsageException if one is out of its range
   */
  public ExampleSettings settings(ChannelReduction reading) {
    int most = top == null ? Math.max(perGroup, DEFAULTS.most()) : top;
    return UsageException.check(
        () -> new ExampleSettings(quantity, reading, perGroup, most, along, threshold));
  }
}
