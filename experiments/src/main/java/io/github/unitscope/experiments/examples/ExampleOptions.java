package io.github.unitscope.experiments.examples;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.visualize.examples.ExampleSettings;
import io.github.unitscope.visualize.stream.Reading;

/** Options of the search for examples in data. */
public final class ExampleOptions {
  private static final ExampleSettings DEFAULTS = ExampleSettings.DEFAULTS;

  @Parameter(names = "--quantity", description = "What is read: preactivation or activation")
  private Quantity quantity = DEFAULTS.quantity();

  @Parameter(
      names = "--per-group",
      description = "Images of least, slightly negative, slightly positive and greatest values")
  private int perGroup = DEFAULTS.perGroup();

  @Parameter(names = "--top", description = "Images of the greatest values in a picture of its own")
  private Integer top;

  @Parameter(names = "--along", description = "Images evenly along the range of values")
  private int along = DEFAULTS.along();

  @Parameter(
      names = "--threshold",
      description = "The value that slightly negative and slightly positive are below and above")
  private double threshold = DEFAULTS.threshold();

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

  /** What examples are sought for, of chosen units. */
  Subjects subjects(UnitOptions.Selection selection) {
    return Subjects.of(
        selection,
        channelValue == ChannelValue.MEAN ? Reading.CHANNEL_MEAN : Reading.CHANNEL_MAXIMUM);
  }

  /**
   * The settings.
   *
   * @throws UsageException if one is out of its range
   */
  public ExampleSettings settings(Reading reading) {
    int most = top == null ? Math.max(perGroup, DEFAULTS.most()) : top;
    return UsageException.check(
        () -> new ExampleSettings(quantity, reading, perGroup, most, along, threshold));
  }
}
