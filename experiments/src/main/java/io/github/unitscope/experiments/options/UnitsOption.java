package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.network.Layer;
import java.util.List;
import java.util.Map;

/** The option that chooses units of a layer, or channels where it convolves. */
@OptionGroup(Group.WHAT)
public final class UnitsOption implements Explained {
  private final int most;

  @Parameter(
      names = "--units",
      description =
          "Units, counted from 0: 7 or 0-35 or 3,7,20-25 or all. In a convolutional layer"
              + " they are its channels. Default: {units}")
  private String units;

  /**
   * @param most how many units if none are asked for, the first ones; {@link Integer#MAX_VALUE} for
   *     all, 0 for one that the command finds
   */
  public UnitsOption(int most) {
    this.most = most;
  }

  @Override
  public Map<String, String> words() {
    return Map.of("units", otherwise());
  }

  private String otherwise() {
    return switch (most) {
      case 0 -> "the strongest";
      case Integer.MAX_VALUE -> "all";
      default -> "the first " + most;
    };
  }

  /** As if the first ones had been asked for. */
  public void setFirst(int count) {
    units = "0-" + (count - 1);
  }

  /** Whether units were asked for. */
  public boolean isGiven() {
    return units != null;
  }

  /**
   * The units of a layer, in ascending order.
   *
   * @throws io.github.unitscope.experiments.command.UsageException if one does not exist, or the
   *     list cannot be read
   */
  public List<Integer> of(Layer layer) {
    return of(layer, most);
  }

  /**
   * The units of a layer, in ascending order.
   *
   * @param otherwise how many if none were asked for, the first ones
   * @throws io.github.unitscope.experiments.command.UsageException if one does not exist, or the
   *     list cannot be read
   */
  public List<Integer> of(Layer layer, int otherwise) {
    int count = layer.shape().channels();
    return units == null
        ? NumberList.range(0, Math.min(otherwise, count) - 1)
        : NumberList.parse("--units", units, count, number -> require(layer, number));
  }

  private static void require(Layer layer, int number) {
    if (layer.places() == 1) {
      layer.requireUnit(number);
    } else {
      layer.requireChannel(number);
    }
  }
}
