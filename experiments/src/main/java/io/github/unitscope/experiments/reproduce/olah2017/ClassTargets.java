package io.github.unitscope.experiments.reproduce.olah2017;

import io.github.unitscope.network.Classifying;
import io.github.unitscope.visualize.maximize.UnitObjective;
import java.util.List;

/**
 * The classes of a network as things to maximize.
 *
 * @param network with classes
 */
record ClassTargets(Classifying network) {

  List<FigureSheet.Cell> cells(List<Integer> classes, boolean logits) {
    var readout = logits ? network.logits() : network.probabilities();
    return classes.stream()
        .map(number -> new FigureSheet.Cell(name(number), new UnitObjective(readout, number), 0))
        .toList();
  }

  /** The first of a class's names. */
  String name(int number) {
    return network.classes().get(number).split(",")[0];
  }
}
