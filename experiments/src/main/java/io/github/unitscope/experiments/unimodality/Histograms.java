package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.experiments.output.Charts;
import io.github.unitscope.visualize.unimodal.UnitModality;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.Styler;

/** How the units of one layer are spread, the models beside each other. */
final class Histograms {
  private static final List<String> OPTIMA =
      List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "≥ 10");
  private static final List<String> SHARES =
      List.of("≤ 0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "≤ 1");
  private static final double[] COSINE_BOUNDS = {0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999};

  private Histograms() {}

  /**
   * Three charts: optima, the share of starts in the largest, the median cosine to the best.
   *
   * @param studies of one layer, a model each
   */
  static BufferedImage draw(List<LayerStudy> studies, double threshold) {
    String optima =
        String.format(
            Locale.ROOT, "Layer %d: optima (cosine ≥ %s)", studies.get(0).layer(), threshold);
    return Charts.grid(
        List.of(
            chart(optima, "optima per unit", OPTIMA, studies, Histograms::optimaBin),
            chart(
                "Starts in the largest optimum",
                "share of starts (upper bound)",
                SHARES,
                studies,
                unit -> Math.max(0, Math.ceil(unit.largestShare() * 10 - 1e-9) - 1)),
            chart(
                "Median cosine to the best image",
                "cosine (lower bound)",
                cosineLabels(),
                studies,
                Histograms::cosineBin)),
        3);
  }

  private static double optimaBin(UnitModality unit) {
    return Math.min(unit.optima(), OPTIMA.size()) - 1.0;
  }

  private static double cosineBin(UnitModality unit) {
    int bin = 0;
    for (double bound : COSINE_BOUNDS) {
      bin += unit.cosinesToBest()[UnitModality.QUANTILES.length - 1] >= bound ? 1 : 0;
    }
    return bin;
  }

  private static List<String> cosineLabels() {
    List<String> labels = new ArrayList<>();
    labels.add("−1");
    for (double bound : COSINE_BOUNDS) {
      labels.add(String.valueOf(bound));
    }
    return labels;
  }

  private static CategoryChart chart(
      String title,
      String axis,
      List<String> labels,
      List<LayerStudy> studies,
      ToDoubleFunction<UnitModality> bin) {
    CategoryChart chart = Charts.categories(title, axis, "share of units");
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    chart.getStyler().setAvailableSpaceFill(0.9);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setYAxisMax(1.0);
    for (LayerStudy study : studies) {
      chart.addSeries(study.model(), labels, shares(study.units(), labels.size(), bin));
    }
    return chart;
  }

  /** Units that are not measured are in none of the bins. */
  private static List<Double> shares(
      List<UnitModality> units, int bins, ToDoubleFunction<UnitModality> bin) {
    List<UnitModality> measured = units.stream().filter(UnitModality::isMeasured).toList();
    double[] shares = new double[bins];
    for (UnitModality unit : measured) {
      shares[(int) bin.applyAsDouble(unit)] += 1.0 / measured.size();
    }
    List<Double> list = new ArrayList<>();
    for (double share : shares) {
      list.add(share);
    }
    return list;
  }
}
