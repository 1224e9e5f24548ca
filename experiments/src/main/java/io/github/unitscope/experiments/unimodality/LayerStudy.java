package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.stat.Interval;
import io.github.unitscope.visualize.unimodal.LayerModality;
import io.github.unitscope.visualize.unimodal.LayerStatistic;
import io.github.unitscope.visualize.unimodal.UnitModality;
import java.util.List;
import java.util.Locale;

/**
 * What was found for a layer of a model.
 *
 * @param model its name
 * @param layer from 1
 * @param parts that hold its ascents
 * @param units in the order of the settings
 * @param summary of all of them
 * @param bootstrap the seed of the summary's intervals
 */
record LayerStudy(
    String model,
    int layer,
    List<Part> parts,
    List<UnitModality> units,
    LayerModality summary,
    Seed bootstrap) {

  /** One line for the terminal. */
  String describe() {
    Interval one = summary.estimates().get(LayerStatistic.ONE_OPTIMUM);
    Interval largest = summary.estimates().get(LayerStatistic.LARGEST_SHARE);
    Interval cosine = summary.estimates().get(LayerStatistic.MEAN_COSINE);
    return String.format(
        Locale.ROOT,
        "%-9s layer %d: one optimum in %.1f %% of the units [%.1f, %.1f], %.1f %% of the starts in"
            + " the largest optimum, mean cosine to the best %.3f; %.2f %% settled",
        model,
        layer,
        100 * one.value(),
        100 * one.low(),
        100 * one.high(),
        100 * largest.value(),
        cosine.value(),
        100 * summary.settledShare());
  }
}
