package io.github.unitscope.visualize.unimodal;

import io.github.unitscope.network.random.Seed;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The units of a layer together.
 *
 * @param units how many were looked at
 * @param measured how many of them say something ({@link UnitModality#isMeasured}); the estimates
 *     are over these
 * @param starts how many ascents were made, for all units
 * @param settled how many of them settled
 * @param estimates of every statistic, with 95 % intervals from a bootstrap over units; NaN if no
 *     unit is measured
 */
public record LayerModality(
    int units, int measured, int starts, int settled, Map<LayerStatistic, Interval> estimates) {

  /** Copies the estimates. */
  public LayerModality {
    estimates = Collections.unmodifiableMap(new EnumMap<>(estimates));
  }

  /**
   * Sums up a layer.
   *
   * @param all its units
   * @param seed of the bootstrap; all statistics see the same resamples
   */
  public static LayerModality of(List<UnitModality> all, Seed seed) {
    List<UnitModality> measured = all.stream().filter(UnitModality::isMeasured).toList();
    Map<LayerStatistic, Interval> estimates = new EnumMap<>(LayerStatistic.class);
    for (LayerStatistic statistic : LayerStatistic.values()) {
      double[] values = statistic.valuesOf(measured);
      estimates.put(statistic, Bootstrap.of(values, statistic.summary(), seed));
    }
    return new LayerModality(
        all.size(),
        measured.size(),
        all.stream().mapToInt(UnitModality::restarts).sum(),
        all.stream().mapToInt(UnitModality::settled).sum(),
        estimates);
  }

  /** The share of starts that settled. */
  public double settledShare() {
    return (double) settled / starts;
  }
}
