package io.github.unitscope.experiments.combine;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.combine.FirstOrder;
import io.github.unitscope.visualize.figures.CombinationFigures;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.stat.Cosine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The gradients that linear combinations stand for to first order, beside them.
 *
 * @param units from 0
 * @param point [inputs], where the gradients were taken
 * @param slopes of the layers below at that image, as shares of the steepest
 * @param gradients [units][inputs]
 * @param cosines between each gradient and its combination
 */
record FirstOrderRun(
    List<Integer> units, float[] point, double[] slopes, float[][] gradients, double[] cosines) {

  static FirstOrderRun of(Network network, CombinationRun run, List<Combination> combinations) {
    try (FirstOrder firstOrder = new FirstOrder(network, run.layer())) {
      float[][] gradients = firstOrder.gradients(run.units());
      double[] cosines = new double[gradients.length];
      for (int i = 0; i < cosines.length; i++) {
        cosines[i] = Cosine.between(gradients[i], combinations.get(i).image());
      }
      return new FirstOrderRun(
          run.units(), firstOrder.point(), firstOrder.slopes(), gradients, cosines);
    }
  }

  /** Arrays images [U, inputs], point [inputs], slopes [layers below], cosines [U]. */
  Map<String, NpyArray> arrays() {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("images", NpyArray.ofRows(gradients));
    arrays.put("point", NpyArray.of(point, point.length));
    arrays.put("slopes", NpyArray.of(slopes, slopes.length));
    arrays.put("cosines", NpyArray.of(cosines, cosines.length));
    return arrays;
  }

  Panel panel(ImageShape shape) {
    return CombinationFigures.gradients(
        shape,
        units,
        gradients,
        String.format(
            Locale.ROOT, "median cosine to the combination %s", Numbers.brief(medianCosine())));
  }

  /** One line on how far from saturated the units below are, and what follows. */
  String describe() {
    String shares =
        Arrays.stream(slopes).mapToObj(Numbers::brief).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "Gradients at the least saturated image found, where the mean slope of the sigmoids below is %s of the maximum",
        shares);
  }

  private double medianCosine() {
    return StatUtils.percentile(cosines, 50);
  }
}
