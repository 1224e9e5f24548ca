package io.github.unitscope.visualize.unimodal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.visualize.maximize.MaximizationPlan;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.Sphere;
import io.github.unitscope.visualize.select.UnitSelector;
import io.github.unitscope.visualize.stat.Bootstrap;
import io.github.unitscope.visualize.stat.Interval;
import io.github.unitscope.visualize.stat.Quantiles;
import io.github.unitscope.visualize.stat.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitModalityTest {
  private static final float[] RIGHT = {1, 0};
  private static final float[] UP = {0, 1};

  /** Five starts: two go right, one of them best; two go up; one has not settled. */
  private static UnitModality five() {
    return UnitModality.of(
        3,
        new float[][] {UP, RIGHT, {1, 1}, UP, RIGHT},
        new double[] {4, 7, 99, 5, 8},
        new boolean[] {true, true, false, true, true},
        0.99);
  }

  @Test
  void byHand() {
    UnitModality unit = five();
    assertEquals(5, unit.restarts());
    assertEquals(4, unit.settled());
    assertEquals(2, unit.optima());
    assertArrayEquals(new int[] {0, 1, -1, 0, 1}, unit.labels());
    assertEquals(4, unit.best());
    assertEquals(8, unit.bestValue());
    assertEquals(0.5, unit.largestShare());
    assertEquals(0.5, unit.bestShare());
    // To the others the cosines are 0, 0 and 1.
    assertArrayEquals(new double[] {0, 0, 0, 0}, unit.cosinesToBest(), 1e-12);
    assertEquals((8 - 6) / 8.0, unit.medianGap(), 1e-12);
    assertEquals((8 - 4) / 8.0, unit.worstGap(), 1e-12);
    assertArrayEquals(new int[] {0, 3}, unit.startsOf(0));
  }

  @Test
  void thresholdsAreCountedBesideTheOneThatWasAskedFor() {
    float[] near = {1, 0.3f};
    UnitModality unit =
        UnitModality.of(
            0, new float[][] {RIGHT, near}, new double[] {1, 1}, new boolean[] {true, true}, 0.99);
    // The cosine is 0.958.
    assertArrayEquals(new int[] {1, 1, 2, 2}, unit.optimaAt());
    assertEquals(2, unit.optima());
  }

  @Test
  void aUnitMostOfWhoseStartsFailedSaysNothing() {
    assertTrue(five().isMeasured());
    UnitModality one =
        UnitModality.of(
            0,
            new float[][] {UP, RIGHT, RIGHT},
            new double[] {1, 2, 3},
            new boolean[] {false, true, false},
            0.99);
    assertFalse(one.isMeasured());
    UnitModality none =
        UnitModality.of(0, new float[][] {UP, RIGHT}, new double[] {1, 2}, new boolean[2], 0.99);
    assertFalse(none.isMeasured());
    assertEquals(-1, none.best());
    assertTrue(Double.isNaN(none.largestShare()));
    assertTrue(Double.isNaN(none.medianGap()));
  }

  @Test
  void aLayerIsItsMeasuredUnits() {
    UnitModality one =
        UnitModality.of(
            0, new float[][] {UP, UP}, new double[] {1, 1}, new boolean[] {true, true}, 0.99);
    UnitModality failed =
        UnitModality.of(1, new float[][] {UP, UP}, new double[] {1, 1}, new boolean[2], 0.99);
    LayerModality layer = LayerModality.of(List.of(one, five(), failed), Seed.root(1));
    assertEquals(3, layer.units());
    assertEquals(2, layer.measured());
    assertEquals(9, layer.starts());
    assertEquals(6, layer.settled());
    Interval share = layer.estimates().get(LayerStatistic.ONE_OPTIMUM);
    assertEquals(new Interval(0.5, 0, 1), share);
    assertEquals(1.5, layer.estimates().get(LayerStatistic.MEAN_OPTIMA).value());
  }

  @Test
  void quantilesAreThoseOfNumPy() {
    double[] values = {4, 1, 3, 2};
    assertEquals(1, Quantiles.of(values, 0));
    assertEquals(1.75, Quantiles.of(values, 0.25), 1e-12);
    assertEquals(2.5, Quantiles.of(values, 0.5), 1e-12);
    assertEquals(4, Quantiles.of(values, 1));
    assertTrue(Double.isNaN(Quantiles.of(new double[0], 0.5)));
    assertTrue(Double.isNaN(Quantiles.of(new double[] {1, Double.NaN}, 0.5)));
  }

  /** The standard error of a mean of ones and zeros is √(p (1 − p) / n). */
  @Test
  void theBootstrapIsAsWideAsTheSpreadOfTheMean() {
    double[] values = new double[400];
    for (int i = 0; i < 100; i++) {
      values[4 * i] = 1;
    }
    Interval interval = Bootstrap.of(values, Summary.MEAN, Seed.root(5));
    double error = Math.sqrt(0.25 * 0.75 / 400);
    assertEquals(0.25 - 1.96 * error, interval.low(), 0.005);
    assertEquals(0.25 + 1.96 * error, interval.high(), 0.005);
    assertEquals(interval, Bootstrap.of(values, Summary.MEAN, Seed.root(5)));
  }

  private static UnitModality study(LogisticStack network, int layer) {
    MaximizationSettings settings = MaximizationSettings.builder(new Sphere(2)).build();
    try (Workers workers = new Workers(1)) {
      List<Maximum> restarts =
          MaximizationPlan.ofUnits(
                  UnitSelector.of(network.layer(layer)),
                  List.of(0),
                  40,
                  Quantity.PREACTIVATION,
                  settings,
                  Seed.root(2))
              .run(network, workers, done -> {})
              .maxima()
              .get(0)
              .restarts();
      boolean[] settled = new boolean[40];
      for (int i = 0; i < 40; i++) {
        settled[i] = restarts.get(i).reason().isSettled();
      }
      return UnitModality.of(
          0,
          restarts.stream().map(Maximum::image).toArray(float[][]::new),
          restarts.stream().mapToDouble(Maximum::value).toArray(),
          settled,
          0.99);
    }
  }

  private static LogisticStack twoLayers(float[] second, float[]... filters) {
    float[][] weights = new float[2][filters.length];
    float[] biases = new float[filters.length];
    float[][] above = new float[filters.length][1];
    for (int i = 0; i < filters.length; i++) {
      weights[0][i] = 6 * filters[i][0];
      weights[1][i] = 6 * filters[i][1];
      biases[i] = -9;
      above[i][0] = second[i];
    }
    return new LogisticStack(
        ImageShape.grey(1, 2),
        List.of(
            new LogisticLayer(Matrix.of(weights), biases),
            new LogisticLayer(Matrix.of(above), new float[1])));
  }

  /** On a circle of radius 2 a filter is on within 41° of its direction; the others are far off. */
  @Test
  void aUnitThatLikesThreeDirectionsHasThreeOptima() {
    float[] left = {-0.6f, 0.8f};
    float[] down = {0, -1};
    LogisticStack network = twoLayers(new float[] {3, 2, 1}, RIGHT, left, down);
    UnitModality unit = study(network, 2);
    assertEquals(40, unit.settled());
    assertEquals(3, unit.optima());
    assertTrue(unit.bestShare() > 0.15 && unit.bestShare() < 0.6, "share " + unit.bestShare());
  }

  @Test
  void aUnitOfTheFirstLayerHasOne() {
    UnitModality unit = study(twoLayers(new float[] {3, 2}, RIGHT, UP), 1);
    assertEquals(1, unit.optima());
    assertEquals(1, unit.largestShare());
    assertEquals(1, unit.cosinesToBest()[0], 1e-5);
  }
}
