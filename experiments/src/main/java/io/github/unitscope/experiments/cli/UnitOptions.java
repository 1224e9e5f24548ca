package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Options that choose units of a network. */
public final class UnitOptions {
  private static final int DEFAULT_UNITS = 36;

  @Parameter(names = "--layer", description = "Layer to look at, from 1")
  private int layer = 2;

  @Parameter(
      names = "--units",
      description = "Units, from 0: 7 or 0-35 or 3,7,20-25 or all; by default the first 36")
  private String units;

  /** The units, in ascending order. */
  public record Selection(Layer layer, List<Integer> units) {}

  /**
   * What is meant on a network.
   *
   * @throws UsageException if a layer or unit does not exist or the list cannot be read
   */
  public Selection on(Network network) {
    Layer chosen = UsageException.check(() -> network.layer(layer));
    List<Integer> list =
        units == null
            ? range(0, Math.min(DEFAULT_UNITS, chosen.units()) - 1)
            : parse(units, chosen);
    list.forEach(
        unit ->
            UsageException.check(
                () -> {
                  chosen.requireUnit(unit);
                  return unit;
                }));
    return new Selection(chosen, list);
  }

  static List<Integer> parse(String text, Layer layer) {
    return NumberList.parse("--units", text, layer.units(), layer::requireUnit);
  }

  private static List<Integer> range(int first, int last) {
    return new ArrayList<>(IntStream.rangeClosed(first, last).boxed().toList());
  }
}
