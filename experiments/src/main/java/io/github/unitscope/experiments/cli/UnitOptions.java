package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Options that choose units of a network. */
public final class UnitOptions {
  private static final String DEFAULT_LAYER = "2";
  private static final int DEFAULT_UNITS = 36;

  @Parameter(
      names = "--layer",
      description = "Layer to look at, its number from 1 or its name; by default 2")
  private String layer;

  @Parameter(
      names = "--units",
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

  /** The units, in ascending order. */
  public record Selection(UnitSelector choice, List<Integer> units) {
    /** Their layer. */
    public Layer layer() {
      return choice.layer();
    }
  }

  /** Whether the user chose a layer, units or a place. */
  public boolean areGiven() {
    return layer != null || units != null || at != null;
  }

  /**
   * What is meant on a network.
   *
   * @throws UsageException if a layer or unit does not exist or the list cannot be read
   */
  public Selection on(Network network) {
    Layer chosen = UsageException.check(() -> network.layer(layer == null ? DEFAULT_LAYER : layer));
    List<Integer> list =
        units == null
            ? range(0, Math.min(DEFAULT_UNITS, chosen.shape().channels()) - 1)
            : parse(units, chosen);
    return new Selection(UsageException.check(() -> choice(chosen, at)), list);
  }

  /** What the numbers of units mean, given what {@code --at} says. */
  static UnitSelector choice(Layer layer, String at) {
    if (at == null) {
      return UnitSelector.of(layer);
    }
    if (layer.places() == 1) {
      throw new UsageException(
          String.format(Locale.ROOT, "--at: the units of layer %s have no places", layer.title()));
    }
    if (at.equals("centre")) {
      return UnitSelector.centre(layer);
    }
    if (!at.matches("\\d{1,5},\\d{1,5}")) {
      throw new UsageException(
          String.format(Locale.ROOT, "--at %s cannot be read: write ROW,COLUMN or centre", at));
    }
    String[] numbers = at.split(",");
    return UnitSelector.at(layer, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }

  static List<Integer> parse(String text, Layer layer) {
    return NumberList.parse(
        "--units", text, layer.shape().channels(), number -> requireNumber(layer, number));
  }

  private static void requireNumber(Layer layer, int number) {
    if (layer.places() == 1) {
      layer.requireUnit(number);
    } else {
      layer.requireChannel(number);
    }
  }

  static List<Integer> range(int first, int last) {
    return new ArrayList<>(IntStream.rangeClosed(first, last).boxed().toList());
  }
}
