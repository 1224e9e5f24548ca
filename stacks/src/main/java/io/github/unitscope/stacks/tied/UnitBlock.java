package io.github.unitscope.stacks.tied;

import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.numerics.Gaussian;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Panel;
import java.util.Arrays;

/**
 * Some units of a layer and some rows of a batch, in an array that one thread works on: a kernel
 * gets the pre-activations here (without the bias) and makes of them what is needed.
 */
public final class UnitBlock {
  private final int index;
  private final int firstUnit;
  private final int units;
  private final float[] values;
  private final float[] scratch;
  private final float[] sums;
  private final long[] bits;
  private int piece;
  private int firstRow;
  private int rows;

  UnitBlock(int index, int firstUnit, int units, int mostRows) {
    this.index = index;
    this.firstUnit = firstUnit;
    this.units = units;
    this.values = new float[units * mostRows];
    this.scratch = new float[units * mostRows];
    this.sums = new float[units];
    this.bits = new long[units * mostRows];
  }

  /** Takes what a product gave for a piece of the rows. */
  void take(RowPieces pieces, int number, Panel product) {
    piece = number;
    firstRow = pieces.first(number);
    rows = pieces.count(number);
    product.read(values);
  }

  int index() {
    return index;
  }

  int piece() {
    return piece;
  }

  float[] scratch() {
    return scratch;
  }

  /** The first unit of this block. */
  public int firstUnit() {
    return firstUnit;
  }

  /** How many units there are. */
  public int units() {
    return units;
  }

  /** The first row of the batch. */
  public int firstRow() {
    return firstRow;
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** The values, row by row: that of unit u of row r is at r · {@link #units} + u. */
  public float[] values() {
    return values;
  }

  /**
   * values += bias.
   *
   * @param bias of all units of the layer
   */
  public void addBias(float[] bias) {
    for (int row = 0; row < rows; row++) {
      addBias(bias, row * units);
    }
  }

  private void addBias(float[] bias, int offset) {
    for (int unit = 0; unit < units; unit++) {
      values[offset + unit] += bias[firstUnit + unit];
    }
  }

  /** values = σ(values + bias). */
  public void activate(float[] bias) {
    addBias(bias);
    Logistic.apply(values, rows * units);
  }

  /** values = −values. */
  public void negate() {
    int count = rows * units;
    for (int i = 0; i < count; i++) {
      values[i] = -values[i];
    }
  }

  /**
   * values −= those of the same units and rows.
   *
   * @param batch [rows of the batch][units of the layer]
   */
  public void subtract(float[][] batch) {
    for (int row = 0; row < rows; row++) {
      float[] subtrahend = batch[firstRow + row];
      int offset = row * units;
      for (int unit = 0; unit < units; unit++) {
        values[offset + unit] -= subtrahend[firstUnit + unit];
      }
    }
  }

  /**
   * Draws 0 or 1 for every value, which is the probability of 1; see {@link Bernoulli}.
   *
   * @param seeds [rows of the batch]
   */
  public void drawBinary(long[] seeds) {
    Bernoulli.sample(seeds, firstRow, rows, firstUnit, units, values, bits);
  }

  /**
   * Adds independent normal numbers of unit variance; see {@link Gaussian}.
   *
   * @param seeds [rows of the batch]
   */
  public void addNormal(long[] seeds) {
    for (int row = 0; row < rows; row++) {
      Gaussian.add(1, seeds[firstRow + row], firstUnit, values, row * units, units);
    }
  }

  /**
   * Adds the sums over the rows.
   *
   * @param totals of all units of the layer
   */
  public void addRowSums(double[] totals) {
    Arrays.fill(sums, 0);
    for (int row = 0; row < rows; row++) {
      int offset = row * units;
      for (int unit = 0; unit < units; unit++) {
        sums[unit] += values[offset + unit];
      }
    }
    for (int unit = 0; unit < units; unit++) {
      totals[firstUnit + unit] += sums[unit];
    }
  }
}
