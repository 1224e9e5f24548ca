package io.github.unitscope.network.storage;

import io.github.unitscope.network.numerics.Matrix;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The state of a computation, put together array by array; {@link KeptState} reads it back. */
public final class StateArrays {
  private final Map<String, NpyArray> arrays = new LinkedHashMap<>();

  /** Adds a whole number. */
  public StateArrays put(String name, long value) {
    return put(name, NpyArray.of(new long[] {value}));
  }

  /** Adds a number. */
  public StateArrays put(String name, double value) {
    return put(name, NpyArray.of(new double[] {value}));
  }

  /** Adds values [length]. */
  public StateArrays put(String name, float[] values) {
    return put(name, NpyArray.of(values, values.length));
  }

  /** Adds values [length]. */
  public StateArrays put(String name, double[] values) {
    return put(name, NpyArray.of(values, values.length));
  }

  /** Adds a matrix as it lies in memory: an array [columns, rows]. */
  public StateArrays put(String name, Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.readColumns(0, matrix.columns(), values);
    return put(name, NpyArray.of(values, matrix.columns(), matrix.rows()));
  }

  /**
   * Adds any array.
   *
   * @throws IllegalArgumentException if the name is taken
   */
  public StateArrays put(String name, NpyArray array) {
    if (arrays.putIfAbsent(name, array) != null) {
      throw new IllegalArgumentException("the state has " + name + " already");
    }
    return this;
  }

  /** Adds all arrays of another state under a prefix. */
  public StateArrays putAll(String prefix, StateArrays other) {
    other.arrays.forEach((name, array) -> put(prefix + name, array));
    return this;
  }

  /** The arrays by their names. */
  public Map<String, NpyArray> arrays() {
    return Collections.unmodifiableMap(arrays);
  }
}
