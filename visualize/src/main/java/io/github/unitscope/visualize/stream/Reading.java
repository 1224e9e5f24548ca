package io.github.unitscope.visualize.stream;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.message.InvalidInputException;

/** What one number is read of a layer for an image. */
public enum Reading {
  /** The value of a unit. */
  UNIT,
  /** The greatest value of a channel over its places; of equal ones, that of the first place. */
  CHANNEL_MAXIMUM,
  /** The mean of a channel over its places. */
  CHANNEL_MEAN;

  /** A place that is none: that of a mean. */
  public static final int NOWHERE = -1;

  /** How many units or channels a layer has. */
  public int count(Layer layer) {
    return this == UNIT ? layer.units() : layer.shape().channels();
  }

  /** How many values of the layer go into one number. */
  int places(Layer layer) {
    return this == UNIT ? 1 : layer.places();
  }

  /**
   * Checks that a unit or channel exists.
   *
   * @throws InvalidInputException if it does not
   */
  public void require(Layer layer, int subject) {
    if (this == UNIT) {
      layer.requireUnit(subject);
    } else {
      layer.requireChannel(subject);
    }
  }

  /** What is read, for people: unit or channel. */
  public String noun() {
    return this == UNIT ? "unit" : "channel";
  }
}
