package io.github.unitscope.visualize.unimodal;

import io.github.unitscope.visualize.stat.Summary;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What is said about a layer: the mean or the median of a number that every unit has. */
public enum LayerStatistic {
  /** Share of units with one optimum at the threshold that was asked for. */
  ONE_OPTIMUM(Summary.MEAN, unit -> unit.optima() == 1 ? 1 : 0),
  /** Share of units with one optimum at a cosine of 0.9; the next ones likewise. */
  ONE_OPTIMUM_AT_0_9(Summary.MEAN, unit -> unit.optimaAt()[0] == 1 ? 1 : 0),
  ONE_OPTIMUM_AT_0_95(Summary.MEAN, unit -> unit.optimaAt()[1] == 1 ? 1 : 0),
  ONE_OPTIMUM_AT_0_99(Summary.MEAN, unit -> unit.optimaAt()[2] == 1 ? 1 : 0),
  ONE_OPTIMUM_AT_0_999(Summary.MEAN, unit -> unit.optimaAt()[3] == 1 ? 1 : 0),
  /** Mean number of optima. */
  MEAN_OPTIMA(Summary.MEAN, UnitModality::optima),
  /** Median number of optima. */
  MEDIAN_OPTIMA(Summary.MEDIAN, UnitModality::optima),
  /** Mean share of starts in the optimum that most starts found. */
  LARGEST_SHARE(Summary.MEAN, UnitModality::largestShare),
  /** Mean share of starts in the optimum of greatest value. */
  BEST_SHARE(Summary.MEAN, UnitModality::bestShare),
  /** Median over units of the least cosine to the best image. */
  LEAST_COSINE(Summary.MEDIAN, unit -> unit.cosinesToBest()[0]),
  /** Median over units of the 5 % quantile of the cosine to the best image. */
  LOW_COSINE(Summary.MEDIAN, unit -> unit.cosinesToBest()[1]),
  /** Median over units of the median cosine to the best image. */
  MEDIAN_COSINE(Summary.MEDIAN, unit -> unit.cosinesToBest()[3]),
  /** Mean over units of the median cosine to the best image. */
  MEAN_COSINE(Summary.MEAN, unit -> unit.cosinesToBest()[3]),
  /** Mean over units of (best − median) / |best| of the values. */
  MEDIAN_GAP(Summary.MEAN, UnitModality::medianGap),
  /** Mean over units of (best − worst) / |best| of the values. */
  WORST_GAP(Summary.MEAN, UnitModality::worstGap);

  private final Summary summary;
  private final ToDoubleFunction<UnitModality> ofUnit;

  LayerStatistic(Summary summary, ToDoubleFunction<UnitModality> ofUnit) {
    this.summary = summary;
    this.ofUnit = ofUnit;
  }

  Summary summary() {
    return summary;
  }

  double[] valuesOf(List<UnitModality> units) {
    return units.stream().mapToDouble(ofUnit).toArray();
  }

  /** Its name in tables, for example {@code mean_optima}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
