package io.github.unitscope.visualize.occlude;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Matrix;

/** A number that a network gives for an image. */
public interface Measure {
  /** What it is read from. */
  Readout readout();

  /**
   * The number.
   *
   * @param output the readout's values [rows, units]
   * @param row of the image
   */
  double of(Matrix output, int row);

  /** The value of one unit, for example the probability of a class. */
  static Measure unit(Readout readout, int unit) {
    return new UnitValue(readout, unit);
  }

  /** The sum of a feature map's activations. */
  static Measure total(Layer layer, int channel) {
    return new ChannelTotal(layer, channel);
  }

  /** The number of the unit with the highest value, for example the most probable class. */
  static Measure highest(Readout readout) {
    return new HighestUnit(readout);
  }

  /** The highest pre-activation of a feature map. */
  static Measure maximum(Layer layer, int channel) {
    return new ChannelMaximum(new StrongestPlace(layer, channel));
  }

  /** The number of the unit of a feature map with the highest pre-activation. */
  static Measure strongestPlace(Layer layer, int channel) {
    return new StrongestPlace(layer, channel);
  }

  /**
   * The value of one unit.
   *
   * @param readout its layer and quantity
   * @param unit from 0
   */
  record UnitValue(Readout readout, int unit) implements Measure {
    @Override
    public double of(Matrix output, int row) {
      return output.get(row, unit);
    }
  }

  /**
   * The sum of a feature map's activations, in double.
   *
   * @param layer that it belongs to
   * @param channel from 0
   */
  record ChannelTotal(Layer layer, int channel) implements Measure {
    /**
     * @throws io.github.unitscope.network.message.InvalidInputException if there is no such channel
     */
    public ChannelTotal {
      layer.requireChannel(channel);
    }

    @Override
    public Readout readout() {
      return new Readout(layer.index(), Quantity.ACTIVATION);
    }

    @Override
    public double of(Matrix output, int row) {
      double sum = 0;
      int first = channel * layer.places();
      for (int unit = first; unit < first + layer.places(); unit++) {
        sum += output.get(row, unit);
      }
      return sum;
    }
  }

  /**
   * The number of the unit with the highest value; of equal ones the first.
   *
   * @param readout whose units are compared
   */
  record HighestUnit(Readout readout) implements Measure {
    @Override
    public double of(Matrix output, int row) {
      int highest = 0;
      for (int unit = 1; unit < output.columns(); unit++) {
        highest = output.get(row, unit) > output.get(row, highest) ? unit : highest;
      }
      return highest;
    }
  }

  /**
   * The number of the unit of a feature map with the highest pre-activation, so that saturated ones
   * are told apart too; of equal ones the first.
   *
   * @param layer that it belongs to
   * @param channel from 0
   */
  record StrongestPlace(Layer layer, int channel) implements Measure {
    /**
     * @throws io.github.unitscope.network.message.InvalidInputException if there is no such channel
     */
    public StrongestPlace {
      layer.requireChannel(channel);
    }

    @Override
    public Readout readout() {
      return new Readout(layer.index(), Quantity.PREACTIVATION);
    }

    @Override
    public double of(Matrix output, int row) {
      int first = channel * layer.places();
      int best = first;
      for (int unit = first + 1; unit < first + layer.places(); unit++) {
        best = output.get(row, unit) > output.get(row, best) ? unit : best;
      }
      return best;
    }
  }

  /**
   * The highest pre-activation of a feature map.
   *
   * @param place where it is
   */
  record ChannelMaximum(StrongestPlace place) implements Measure {
    @Override
    public Readout readout() {
      return place.readout();
    }

    @Override
    public double of(Matrix output, int row) {
      return output.get(row, (int) place.of(output, row));
    }
  }
}
