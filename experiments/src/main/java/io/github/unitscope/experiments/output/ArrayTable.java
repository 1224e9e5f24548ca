package io.github.unitscope.experiments.output;

import io.github.unitscope.network.storage.NpyArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Arrays with something of each of several items, by name: what {@link CsvTable} is for texts. Each
 * array begins with the dimensions of the items; a row's own follow.
 *
 * @param <T> the kind of item
 */
public final class ArrayTable<T> {
  private final String prefix;
  private final List<T> items;
  private final int[] shape;
  private final Map<String, NpyArray> arrays = new LinkedHashMap<>();

  /**
   * Arrays that begin with one dimension.
   *
   * @param items one for each place in it
   */
  public ArrayTable(List<T> items) {
    this("", items, items.size());
  }

  /**
   * Arrays of items in several dimensions.
   *
   * @param prefix before all names
   * @param items in row-major order
   * @param shape whose product is their number
   */
  public ArrayTable(String prefix, List<T> items, int... shape) {
    this.prefix = prefix;
    this.items = List.copyOf(items);
    this.shape = shape.clone();
  }

  /** An int32 number of each item. */
  public ArrayTable<T> ints(String name, ToIntFunction<? super T> number) {
    return put(name, NpyArray.of(items.stream().mapToInt(number).toArray(), shape));
  }

  /** A float64 number of each item. */
  public ArrayTable<T> doubles(String name, ToDoubleFunction<? super T> number) {
    return put(name, NpyArray.of(items.stream().mapToDouble(number).toArray(), shape));
  }

  /** A float32 number of each item. */
  public ArrayTable<T> floats(String name, Function<? super T, Float> number) {
    float[] values = new float[items.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number.apply(items.get(i));
    }
    return put(name, NpyArray.of(values, shape));
  }

  /** Whether each item has a property, as bool. */
  public ArrayTable<T> booleans(String name, Predicate<? super T> property) {
    boolean[] values = new boolean[items.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = property.test(items.get(i));
    }
    return put(name, NpyArray.of(values, shape));
  }

  /**
   * Float32 values of each item.
   *
   * @param row as many values of each
   * @param dimensions of a row; none for its length
   */
  public ArrayTable<T> rows(String name, Function<? super T, float[]> row, int... dimensions) {
    NpyArray rows = NpyArray.ofRows(items.stream().map(row).toArray(float[][]::new));
    return put(name, rows.reshaped(full(rows.shape()[1], dimensions)));
  }

  /** Int32 values of each item; see {@link #rows}. */
  public ArrayTable<T> intRows(String name, Function<? super T, int[]> row, int... dimensions) {
    int[] values = items.stream().map(row).flatMapToInt(Arrays::stream).toArray();
    return put(name, NpyArray.of(values, full(lengthOf(values.length), dimensions)));
  }

  /** Float64 values of each item; see {@link #rows}. */
  public ArrayTable<T> doubleRows(
      String name, Function<? super T, double[]> row, int... dimensions) {
    double[] values = items.stream().map(row).flatMapToDouble(Arrays::stream).toArray();
    return put(name, NpyArray.of(values, full(lengthOf(values.length), dimensions)));
  }

  private int lengthOf(int values) {
    return items.isEmpty() ? 0 : values / items.size();
  }

  private int[] full(int length, int... dimensions) {
    IntStream row = dimensions.length == 0 ? IntStream.of(length) : Arrays.stream(dimensions);
    return Stream.of(Arrays.stream(shape), row).flatMapToInt(part -> part).toArray();
  }

  /** Another array. */
  public ArrayTable<T> put(String name, NpyArray array) {
    arrays.put(prefix + name, array);
    return this;
  }

  /** Numbers in a list, as int32. */
  public ArrayTable<T> put(String name, List<Integer> numbers) {
    int[] values = numbers.stream().mapToInt(Integer::intValue).toArray();
    return put(name, NpyArray.of(values, values.length));
  }

  /** All of them, in their order. */
  public Map<String, NpyArray> arrays() {
    return new LinkedHashMap<>(arrays);
  }
}
