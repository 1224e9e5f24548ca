package io.github.unitscope.experiments.dataexamples;

import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.network.Layer;
import io.github.unitscope.visualize.stream.ChannelReduction;
import java.util.List;

/**
 * What examples are sought for.
 *
 * @param layer that is looked at
 * @param reading what one number is read of a unit or channel
 * @param subjects units or channels, in ascending order
 */
record Subjects(Layer layer, ChannelReduction reading, List<Integer> subjects) {

  /**
   * Those of a choice of units.
   *
   * @param ofChannels what is read of whole channels
   * @throws UsageException if one cannot be read
   */
  static Subjects of(UnitOptions.Selection selection, ChannelReduction ofChannels) {
    Layer layer = selection.layer();
    Integer place = selection.choice().place();
    ChannelReduction reading =
        layer.places() == 1 || place != null ? ChannelReduction.UNIT : ofChannels;
    List<Integer> subjects =
        place == null
            ? selection.units()
            : selection.units().stream().map(unit -> unit * layer.places() + place).toList();
    subjects.forEach(
        subject ->
            UsageException.check(
                () -> {
                  reading.require(layer, subject);
                  return subject;
                }));
    return new Subjects(layer, reading, subjects);
  }
}
