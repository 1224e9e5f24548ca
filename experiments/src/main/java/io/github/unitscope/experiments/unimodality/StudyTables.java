package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.visualize.stat.Interval;
import io.github.unitscope.visualize.unimodal.LayerStatistic;
import io.github.unitscope.visualize.unimodal.UnitModality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The tables of a study; a number that is not defined is left empty. */
final class StudyTables {
  private StudyTables() {}

  /** A row for every unit of every layer of every model. */
  static String units(List<LayerStudy> studies) {
    CsvTable table = new CsvTable(unitColumns());
    for (LayerStudy study : studies) {
      for (UnitModality unit : study.units()) {
        List<Object> cells = new ArrayList<>(List.of(study.model(), study.layer()));
        numbersOf(unit).forEach(number -> cells.add(CsvTable.defined(number)));
        table.row(cells);
      }
    }
    return table.toString();
  }

  private static List<String> unitColumns() {
    List<String> columns =
        new ArrayList<>(List.of("model", "layer", "unit", "restarts", "settled", "optima"));
    for (double threshold : UnitModality.THRESHOLDS) {
      columns.add("optima_at_" + threshold);
    }
    columns.addAll(List.of("largest_share", "best_share", "least_cosine", "cosine_q05"));
    columns.addAll(List.of("cosine_q25", "median_cosine", "best_value", "median_gap", "worst_gap"));
    return columns;
  }

  private static List<Number> numbersOf(UnitModality unit) {
    List<Number> numbers =
        new ArrayList<>(List.of(unit.unit(), unit.restarts(), unit.settled(), unit.optima()));
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
    List<String> columns =
        new ArrayList<>(List.of("model", "layer", "units", "measured", "starts", "settled"));
    for (LayerStatistic statistic : LayerStatistic.values()) {
      String name = statistic.column();
      columns.addAll(List.of(name, name + "_low", name + "_high"));
    }
    CsvTable table = new CsvTable(columns);
    for (LayerStudy study : studies) {
      List<Object> cells = new ArrayList<>(List.of(study.model(), study.layer()));
      Collections.addAll(cells, study.summary().units(), study.summary().measured());
      Collections.addAll(cells, study.summary().starts(), study.summary().settled());
      for (LayerStatistic statistic : LayerStatistic.values()) {
        Interval estimate = study.summary().estimates().get(statistic);
        cells.add(CsvTable.defined(estimate.value()));
        cells.add(CsvTable.defined(estimate.low()));
        cells.add(CsvTable.defined(estimate.high()));
      }
      table.row(cells);
    }
    return table.toString();
  }
}
