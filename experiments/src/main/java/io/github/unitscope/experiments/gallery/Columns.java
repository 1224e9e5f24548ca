package io.github.unitscope.experiments.gallery;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The numbers of the units of a layer. */
final class Columns {
  private final int units;
  private final Map<Statistic, double[]> columns = new EnumMap<>(Statistic.class);

  Columns(int units) {
    this.units = units;
  }

  /**
   * Sets a number; those of a statistic that are never set are NaN.
   *
   * @param position of the unit in the layer's list
   */
  void set(Statistic statistic, int position, double value) {
    columns.computeIfAbsent(statistic, s -> nan())[position] = value;
  }

  private double[] nan() {
    double[] values = new double[units];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** NaN if it was not set. */
  double get(Statistic statistic, int position) {
    return columns.containsKey(statistic) ? columns.get(statistic)[position] : Double.NaN;
  }

  Set<Statistic> statistics() {
    return columns.keySet();
  }

  /** By key, in the order of {@link Statistic}. */
  Map<String, double[]> byKey() {
    Map<String, double[]> byKey = new LinkedHashMap<>();
    columns.forEach((statistic, values) -> byKey.put(statistic.key(), values));
    return byKey;
  }
}
