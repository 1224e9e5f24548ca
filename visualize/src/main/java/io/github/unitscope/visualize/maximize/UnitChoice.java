package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * What the numbers of units mean in a layer. Where units have places, a number is that of a
 * channel: all of it, or its neuron at one place. Elsewhere it is that of a unit.
 *
 * @param layer whose units
 * @param place row · width + column of the neuron; null for whole channels, and for layers without
 *     places
 */
public record UnitChoice(Layer layer, Integer place) {

  /**
   * @throws InvalidInputException if there is no such place
   */
  public UnitChoice {
    if (place != null && (place < 0 || place >= layer.places())) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "layer %s has %d x %d places: there is no place %d",
              layer.title(),
              layer.shape().height(),
              layer.shape().width(),
              place));
    }
  }

  /** Whole channels, or units. */
  public static UnitChoice of(Layer layer) {
    return new UnitChoice(layer, null);
  }

  /**
   * The neuron of every channel at a place.
   *
   * @param row from 0
   * @param column from 0
   * @throws InvalidInputException if there is no such place
   */
  public static UnitChoice at(Layer layer, int row, int column) {
    boolean exists =
        row >= 0 && column >= 0 && row < layer.shape().height() && column < layer.shape().width();
    if (!exists) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "layer %s has %d rows and %d columns of units: there is none at %d,%d",
              layer.title(),
              layer.shape().height(),
              layer.shape().width(),
              row,
              column));
    }
    return new UnitChoice(layer, row * layer.shape().width() + column);
  }

  /** The neuron in the middle of every channel. */
  public static UnitChoice centre(Layer layer) {
    return at(layer, layer.shape().height() / 2, layer.shape().width() / 2);
  }

  /** How many there are to choose from. */
  public int count() {
    return layer.shape().channels();
  }

  /**
   * The value of one of them.
   *
   * @param number from 0
   * @throws InvalidInputException if there is none of that number
   */
  public Objective objective(int number, Quantity quantity) {
    layer.requireChannel(number);
    if (layer.places() == 1) {
      return new UnitObjective(new Readout(layer.index(), quantity), number);
    }
    return place == null
        ? new ChannelObjective(layer, quantity, number)
        : new UnitObjective(new Readout(layer.index(), quantity), number * layer.places() + place);
  }

  /** What one of them is called, for figures. */
  public String noun() {
    return layer.places() == 1 ? "unit" : place == null ? "channel" : "neuron";
  }
}
