package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
    if (text.equals("all")) {
      return range(0, layer.units() - 1);
    }
    TreeSet<Integer> units = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      String[] ends = part.strip().split("-", -1);
      if (ends.length > 2 || !part.strip().matches("\\d{1,9}(-\\d{1,9})?")) {
        throw unreadable(text);
      }
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      if (last < first) {
        throw unreadable(text);
      }
      // Checked before the range is made: 0-999999999 must not fill the memory.
      UsageException.check(
          () -> {
            layer.requireUnit(last);
            return last;
          });
      units.addAll(range(first, last));
    }
    return List.copyOf(units);
  }

  private static UsageException unreadable(String text) {
    return new UsageException(
        "--units %s cannot be read: write 7 or 0-35 or 3,7,20-25 or all".formatted(text));
  }

  private static List<Integer> range(int first, int last) {
    return new ArrayList<>(IntStream.rangeClosed(first, last).boxed().toList());
  }
}
