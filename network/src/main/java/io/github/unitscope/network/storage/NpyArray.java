package io.github.unitscope.network.storage;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * An array of numbers with a shape, in row-major order; what one {@code .npy} holds.
 *
 * <p>Immutable: values are copied on the way in and out. A shape without dimensions is that of a
 * single number; a dimension may be 0.
 */
public final class NpyArray {
  private final NpyType type;
  private final int[] shape;
  private final Object values;

  private NpyArray(NpyType type, int[] shape, Object values) {
    requireCount(shape, Array.getLength(values));
    this.type = type;
    this.shape = shape;
    this.values = values;
  }

  /** Takes over both arrays: for the reader, which has just made them. */
  static NpyArray owning(NpyType type, int[] shape, Object values) {
    return new NpyArray(type, shape, values);
  }

  /**
   * An array of float32.
   *
   * @param values in row-major order
   * @param shape whose product is the number of values
   * @throws IllegalArgumentException if it is not
   */
  public static NpyArray of(float[] values, int... shape) {
    return new NpyArray(NpyType.FLOAT32, shape.clone(), values.clone());
  }

  /** An array of float64; see {@link #of(float[], int...)}. */
  public static NpyArray of(double[] values, int... shape) {
    return new NpyArray(NpyType.FLOAT64, shape.clone(), values.clone());
  }

  /** An array of int32; see {@link #of(float[], int...)}. */
  public static NpyArray of(int[] values, int... shape) {
    return new NpyArray(NpyType.INT32, shape.clone(), values.clone());
  }

  /** An array of int64; see {@link #of(float[], int...)}. */
  public static NpyArray of(long[] values, int... shape) {
    return new NpyArray(NpyType.INT64, shape.clone(), values.clone());
  }

  /** An array of bool; see {@link #of(float[], int...)}. */
  public static NpyArray of(boolean[] values, int... shape) {
    return new NpyArray(NpyType.BOOL, shape.clone(), values.clone());
  }

  /** An array of uint8; see {@link #of(float[], int...)}. */
  public static NpyArray of(byte[] values, int... shape) {
    return new NpyArray(NpyType.UINT8, shape.clone(), values.clone());
  }

  /** A float32 array [rows, columns]; no rows give [0, 0]. */
  public static NpyArray ofRows(float[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    float[] values = new float[Math.multiplyExact(rows.length, columns)];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != columns) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "row %d has %d values, row 0 has %d", row, rows[row].length, columns));
      }
      System.arraycopy(rows[row], 0, values, row * columns, columns);
    }
    return new NpyArray(NpyType.FLOAT32, new int[] {rows.length, columns}, values);
  }

  /**
   * The same values in another shape.
   *
   * @throws IllegalArgumentException if it has another number of values
   */
  public NpyArray reshaped(int... other) {
    return new NpyArray(type, other.clone(), values);
  }

  /** The kind of the values. */
  public NpyType type() {
    return type;
  }

  /** The size of every dimension, the slowest first. */
  public int[] shape() {
    return shape.clone();
  }

  /** How many values there are. */
  public int size() {
    return Array.getLength(values);
  }

  /**
   * The values of a float32 array, row-major.
   *
   * @throws IllegalStateException if the array has another type; the other accessors alike
   */
  public float[] floats() {
    return ((float[]) valuesOf(NpyType.FLOAT32)).clone();
  }

  /** The values of a float64 array, row-major. */
  public double[] doubles() {
    return ((double[]) valuesOf(NpyType.FLOAT64)).clone();
  }

  /** The values of an int32 array, row-major. */
  public int[] ints() {
    return ((int[]) valuesOf(NpyType.INT32)).clone();
  }

  /** The values of an int64 array, row-major. */
  public long[] longs() {
    return ((long[]) valuesOf(NpyType.INT64)).clone();
  }

  /** The values of a bool array, row-major. */
  public boolean[] booleans() {
    return ((boolean[]) valuesOf(NpyType.BOOL)).clone();
  }

  /** The values of a uint8 array, row-major; mask with 0xFF. */
  public byte[] bytes() {
    return ((byte[]) valuesOf(NpyType.UINT8)).clone();
  }

  /**
   * The rows of a float32 array [rows, columns]; of one with more dimensions all rows along the
   * last.
   *
   * @throws IllegalStateException if the array has another type or fewer dimensions
   */
  public float[][] rows() {
    float[] all = (float[]) valuesOf(NpyType.FLOAT32);
    if (shape.length < 2) {
      throw new IllegalStateException(this + " has no rows and columns");
    }
    int columns = shape[shape.length - 1];
    float[][] rows = new float[columns == 0 ? 0 : all.length / columns][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(all, row * columns, (row + 1) * columns);
    }
    return rows;
  }

  /** The values themselves, for the writer, which does not change them. */
  Object rawValues() {
    return values;
  }

  private Object valuesOf(NpyType needed) {
    if (type != needed) {
      throw new IllegalStateException(this + " is not " + needed);
    }
    return values;
  }

  private static void requireCount(int[] shape, int count) {
    long product = 1;
    for (int dimension : shape) {
      if (dimension < 0) {
        throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " is negative");
      }
      product = Math.min(product * dimension, Integer.MAX_VALUE + 1L);
    }
    if (product != count) {
      throw new IllegalArgumentException(count + " values for the shape " + Arrays.toString(shape));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NpyArray that
        && type == that.type
        && Arrays.equals(shape, that.shape)
        && Objects.deepEquals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + Arrays.deepHashCode(new Object[] {shape, values});
  }

  @Override
  public String toString() {
    return type + Arrays.toString(shape);
  }
}
