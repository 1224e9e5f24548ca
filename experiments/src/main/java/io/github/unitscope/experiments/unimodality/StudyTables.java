package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.visualize.unimodal.Interval;
import io.github.unitscope.visualize.unimodal.LayerStatistic;
import io.github.unitscope.visualize.unimodal.UnitModality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of a study; a number that is not defined is left empty. */
final class StudyTables {
  private StudyTables() {}

  /** A row for every unit of every layer of every model. */
  static String units(List<LayerStudy> studies) {
    StringBuilder csv = new StringBuilder("model,layer,unit,restarts,converged,optima");
    for (double threshold : UnitModality.THRESHOLDS) {
      csv.append(",optima_at_").append(threshold);
    }
    csv.append(",largest_share,best_share,least_cosine,cosine_q05,cosine_q25,median_cosine");
    csv.append(",best_value,median_gap,worst_gap\n");
    for (LayerStudy study : studies) {
      for (UnitModality unit : study.units()) {
        csv.append(study.model()).append(',').append(study.layer());
        numbersOf(unit).forEach(number -> csv.append(',').append(text(number)));
        csv.append('\n');
      }
    }
    return csv.toString();
  }

  private static List<Number> numbersOf(UnitModality unit) {
    List<Number> numbers =
        new ArrayList<>(List.of(unit.unit(), unit.restarts(), unit.converged(), unit.optima()));
    for (int optima : unit.optimaAt()) {
      numbers.add(optima);
    }
    numbers.add(unit.largestShare());
    numbers.add(unit.bestShare());
    for (double cosine : unit.cosinesToBest()) {
      numbers.add(cosine);
    }
    numbers.addAll(List.of(unit.bestValue(), unit.medianGap(), unit.worstGap()));
    return numbers;
  }

  /** A row for every layer of every model. */
  static String layers(List<LayerStudy> studies) {
    StringBuilder csv = new StringBuilder("model,layer,units,measured,starts,converged");
    for (LayerStatistic statistic : LayerStatistic.values()) {
      String name = statistic.column();
      csv.append(String.format(Locale.ROOT, ",%s,%s_low,%s_high", name, name, name));
    }
    csv.append('\n');
    for (LayerStudy study : studies) {
      csv.append(study.model()).append(',').append(study.layer());
      csv.append(',').append(study.summary().units());
      csv.append(',').append(study.summary().measured());
      csv.append(',').append(study.summary().starts());
      csv.append(',').append(study.summary().converged());
      for (LayerStatistic statistic : LayerStatistic.values()) {
        Interval estimate = study.summary().estimates().get(statistic);
        csv.append(',').append(text(estimate.value()));
        csv.append(',').append(text(estimate.low()));
        csv.append(',').append(text(estimate.high()));
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  private static String text(Number number) {
    return Double.isNaN(number.doubleValue()) ? "" : number.toString();
  }
}
