package io.github.unitscope.experiments.compare;

import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.Cosine;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.sample.UnitSamples;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How much the pictures of the three methods are alike.
 *
 * @param cosines [units][3]: maximization and sampling, maximization and combination, sampling and
 *     combination; NaN where there are no samples
 */
public record Agreement(double[][] cosines) {

  /** The cosines between the best maximum, the mean sample and the combination of every unit. */
  public static Agreement of(
      List<UnitMaxima> maxima, List<UnitSamples> samples, List<Combination> combinations) {
    double[][] cosines = new double[combinations.size()][];
    for (int i = 0; i < cosines.length; i++) {
      float[] maximum = maxima.get(i).best().image();
      double combined = Cosine.between(maximum, combinations.get(i).image());
      cosines[i] = new double[] {Double.NaN, combined, Double.NaN};
      if (!samples.isEmpty()) {
        float[] mean = samples.get(i).mean();
        cosines[i][0] = Cosine.between(maximum, mean);
        cosines[i][2] = Cosine.between(mean, combinations.get(i).image());
      }
    }
    return new Agreement(cosines);
  }

  /** [units, 3] float64. */
  public NpyArray array() {
    double[] values = new double[cosines.length * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = cosines[i / 3][i % 3];
    }
    return NpyArray.of(values, cosines.length, 3);
  }

  /** One line with the medians. */
  public String describe() {
    String maximization = "maximization and combination " + median(1);
    return Double.isNaN(cosines[0][0])
        ? "Median cosine: " + maximization
        : String.format(
            Locale.ROOT,
            "Median cosine: maximization and sampling %s, %s, sampling and combination %s",
            median(0),
            maximization,
            median(2));
  }

  private String median(int pair) {
    double[] values = new double[cosines.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = cosines[i][pair];
    }
    return String.format(Locale.ROOT, "%.2f", StatUtils.percentile(values, 50));
  }
}
