package io.github.unitscope.visualize.maximize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.visualize.RandomNetworks;
import io.github.unitscope.visualize.select.UnitObjective;
import io.github.unitscope.visualize.select.UnitSelector;
import io.github.unitscope.visualize.stat.Cosine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaximizerTest {
  private static final Seed SEED = Seed.root(21);
  private static final ImageShape SHAPE = new ImageShape(3, 6, 5);
  private static final Readout FIRST = new Readout(1, Quantity.PREACTIVATION);
  private static final Readout THIRD = new Readout(3, Quantity.PREACTIVATION);

  private static MaximizationSettings on(Constraint constraint) {
    return MaximizationSettings.builder(constraint).build();
  }

  private static List<AscentJob> targets(Readout readout, int units) {
    return IntStream.range(0, units)
        .mapToObj(
            unit ->
                new AscentJob(
                    new UnitObjective(readout, unit), SEED.derive(readout.layer()).derive(unit)))
        .toList();
  }

  private static List<Maximum> maximize(
      Network network, MaximizationSettings specification, List<AscentJob> targets, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new Maximizer(network, specification, workers).maximize(targets);
    }
  }

  /** Three layers whose units go from one end of the logistic function to the other. */
  private static LogisticStack nonLinear() {
    return RandomNetworks.stack(SHAPE, SEED.derive("network"), 4, 40, 40, 40);
  }

  @Test
  void onTheSphereTheOptimumOfLayerOneIsTheFilter() {
    LogisticStack network = RandomNetworks.stack(SHAPE, SEED, 1, 20);
    float[][] weights = network.weights(1).toRows();
    float[] zero = new float[SHAPE.size()];
    List<Maximum> maxima = maximize(network, on(new Sphere(4)), targets(FIRST, 20), 1);
    for (int unit = 0; unit < 20; unit++) {
      Maximum maximum = maxima.get(unit);
      assertTrue(maximum.converged(), maximum.reason().name());
      double norm = 0;
      for (float[] row : weights) {
        norm += row[unit] * (double) row[unit];
      }
      norm = Math.sqrt(norm);
      double bias = value(network, FIRST, unit, zero);
      assertEquals(4 * norm + bias, maximum.value(), 1e-5 * (4 * norm));
      for (int i = 0; i < weights.length; i++) {
        assertEquals(4 * weights[i][unit] / norm, maximum.image()[i], 4 * 1.5e-3);
      }
    }
  }

  private static double value(Network network, Readout readout, int unit, float[] image) {
    try (Pass pass = network.newPass(Set.of(readout))) {
      int row = pass.usableRows()[0];
      pass.input().writeRow(row, image);
      pass.forward();
      return pass.output(readout).get(row, unit);
    }
  }

  @Test
  void inTheBoxTheOptimumOfLayerOneIsACorner() {
    float[] signs = new float[SHAPE.size()];
    float[][] weights = new float[signs.length][1];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = i % 3 == 0 ? -1 : 1;
      weights[i][0] = signs[i] * (0.2f + 0.01f * i);
    }
    LogisticStack network = RandomNetworks.single(9, 10, weights);
    Maximum maximum = maximize(network, on(new Box(-0.25, 2)), targets(FIRST, 1), 1).get(0);
    assertTrue(maximum.converged(), maximum.reason().name());
    for (int i = 0; i < signs.length; i++) {
      assertEquals(signs[i] < 0 ? -0.25f : 2f, maximum.image()[i], "value " + i);
    }
  }

  @Test
  void theResidualIsWhatTheGradientAtTheImageSays() {
    LogisticStack network = nonLinear();
    for (Constraint constraint : List.of(new Sphere(9), new Box(-1, 1))) {
      MaximizationSettings few =
          MaximizationSettings.builder(constraint).ascent(new ProjectedGradient(12, 1e-3)).build();
      for (MaximizationSettings specification : List.of(few, on(constraint))) {
        List<Maximum> maxima = maximize(network, specification, targets(THIRD, 10), 1);
        for (int unit = 0; unit < 10; unit++) {
          Maximum maximum = maxima.get(unit);
          double residual = residual(network, unit, maximum.image(), constraint);
          assertEquals(residual, maximum.residual(), 1e-5);
          assertEquals(maximum.converged(), maximum.residual() <= 1e-3);
          assertEquals(value(network, THIRD, unit, maximum.image()), maximum.value(), 1e-5);
        }
      }
    }
  }

  private static double residual(Network network, int unit, float[] x, Constraint constraint) {
    float[] g;
    try (Pass pass = network.newPass(Set.of(THIRD))) {
      g = gradients(pass, List.of(unit), new float[][] {x})[0];
    }
    double gx = 0;
    double xx = 0;
    double gg = 0;
    for (int i = 0; i < x.length; i++) {
      gx += (double) g[i] * x[i];
      xx += (double) x[i] * x[i];
      gg += (double) g[i] * g[i];
    }
    double feasible = 0;
    for (int i = 0; i < x.length; i++) {
      boolean out = x[i] == 1 && g[i] > 0 || x[i] == -1 && g[i] < 0;
      double d = constraint instanceof Sphere ? g[i] - gx / xx * x[i] : out ? 0 : g[i];
      feasible += d * d;
    }
    return Math.sqrt(feasible / gg);
  }

  /** Row i: the gradient of one unit of layer 3 at one image. */
  private static float[][] gradients(Pass pass, List<Integer> units, float[][] images) {
    int[] rows = pass.usableRows();
    pass.gradient(THIRD).fill(0);
    for (int i = 0; i < images.length; i++) {
      pass.input().writeRow(rows[i], images[i]);
      pass.gradient(THIRD).set(rows[i], units.get(i), 1);
    }
    pass.forward();
    Matrix gradient = pass.backward();
    float[][] result = new float[images.length][images[0].length];
    for (int i = 0; i < images.length; i++) {
      gradient.readRow(rows[i], result[i]);
    }
    return result;
  }

  @Test
  void theHistoryRisesFromTheStartToTheValue() {
    LogisticStack network = nonLinear();
    for (Constraint constraint : List.of(new Sphere(9), new Box(-1, 1))) {
      List<Maximum> maxima = maximize(network, on(constraint), targets(THIRD, 40), 1);
      for (int unit = 0; unit < 40; unit++) {
        double[] history = maxima.get(unit).history();
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : history) {
          assertTrue(value >= greatest - 1e-5 * Math.max(1, Math.abs(greatest)), "a fall");
          greatest = Math.max(greatest, value);
        }
        float[] start = maxima.get(unit).start();
        assertEquals(value(network, THIRD, unit, start), history[0], 1e-5);
        assertEquals(maxima.get(unit).value(), history[history.length - 1]);
        assertTrue(history[history.length - 1] > history[0]);
      }
    }
  }

  @Test
  void onTheSphereAPatientPlainAscentFindsNothingHigher() {
    double norm = Math.sqrt(SHAPE.size());
    assertPlainAscentFindsNothingHigher(new Sphere(norm), image -> scaleTo(norm, image));
  }

  @Test
  void inTheBoxAPatientPlainAscentFindsNothingHigher() {
    assertPlainAscentFindsNothingHigher(
        new Box(-1, 1),
        image -> {
          for (int i = 0; i < image.length; i++) {
            image[i] = Math.max(-1, Math.min(1, image[i]));
          }
        });
  }

  @Test
  void knowingTheCurvatureSavesEvaluationsAndLosesNothing() {
    double norm = Math.sqrt(SHAPE.size());
    Constraint sphere = new Sphere(norm);
    List<AscentJob> targets = targets(THIRD, 40);
    List<Maximum> gradient =
        maximize(
            nonLinear(),
            MaximizationSettings.builder(sphere)
                .ascent(new ProjectedGradient(3000, 1e-3, 0))
                .build(),
            targets,
            2);
    List<Maximum> known = maximize(nonLinear(), on(sphere), targets, 2);
    assertTrue(known.stream().allMatch(Maximum::converged), stops(known));
    int saved = steps(gradient) - steps(known);
    assertTrue(
        saved > steps(gradient) / 2,
        String.format(Locale.ROOT, "%d of %d", saved, steps(gradient)));
    long elsewhere =
        IntStream.range(0, 40)
            .filter(i -> known.get(i).value() < 0.99 * gradient.get(i).value())
            .count();
    assertTrue(elsewhere <= 4, elsewhere + " of 40 units have a lower value");
  }

  private static String stops(List<Maximum> maxima) {
    return maxima.stream()
        .map(
            maximum ->
                String.format(
                    Locale.ROOT,
                    "%s %d %.2g",
                    maximum.reason(),
                    maximum.steps(),
                    maximum.residual()))
        .toList()
        .toString();
  }

  private static int steps(List<Maximum> maxima) {
    return maxima.stream().mapToInt(Maximum::steps).sum();
  }

  private static void scaleTo(double norm, float[] image) {
    double square = 0;
    for (float value : image) {
      square += value * (double) value;
    }
    for (int i = 0; i < image.length; i++) {
      image[i] *= (float) (norm / Math.sqrt(square));
    }
  }

  /** At most 2 of 40 units, 5 %, may do better by 1e-3 from the same start. */
  private static void assertPlainAscentFindsNothingHigher(
      Constraint constraint, Consumer<float[]> projection) {
    LogisticStack network = nonLinear();
    List<Maximum> maxima = maximize(network, on(constraint), targets(THIRD, 40), 2);
    try (Pass pass = network.newPass(Set.of(THIRD))) {
      int atOnce = Math.min(40, pass.usableRows().length);
      int beaten = 0;
      int bent = 0;
      for (int from = 0; from < 40; from += atOnce) {
        List<Integer> units = IntStream.range(from, Math.min(40, from + atOnce)).boxed().toList();
        float[][] images =
            units.stream().map(unit -> maxima.get(unit).start().clone()).toArray(float[][]::new);
        float[][] first = gradients(pass, units, images);
        plainAscent(pass, units, images, projection);
        for (int i = 0; i < images.length; i++) {
          Maximum maximum = maxima.get(units.get(i));
          double plain = value(network, THIRD, units.get(i), images[i]);
          beaten += plain > maximum.value() + 1e-3 * Math.abs(maximum.value()) ? 1 : 0;
          bent += Cosine.between(first[i], maximum.image()) < 0.95 ? 1 : 0;
        }
      }
      assertTrue(bent >= 20, "the units are all but linear: only " + bent + " bend");
      assertTrue(beaten <= 2, beaten + " of 40 units have a higher value");
    }
  }

  private static void plainAscent(
      Pass pass, List<Integer> units, float[][] images, Consumer<float[]> projection) {
    for (int step = 0; step < 1500; step++) {
      float[][] gradients = gradients(pass, units, images);
      for (int row = 0; row < images.length; row++) {
        for (int i = 0; i < images[row].length; i++) {
          images[row][i] += 0.2f * gradients[row][i];
        }
        projection.accept(images[row]);
      }
    }
  }

  @Test
  void bothQuantitiesHaveTheSameOptimumWhereNothingIsSaturated() {
    LogisticStack network = RandomNetworks.stack(SHAPE, SEED.derive("gentle"), 0.6, 20, 20);
    MaximizationSettings specification = on(new Sphere(3));
    for (int layer = 1; layer <= 2; layer++) {
      Readout preactivation = new Readout(layer, Quantity.PREACTIVATION);
      Readout activation = new Readout(layer, Quantity.ACTIVATION);
      List<Maximum> before = maximize(network, specification, targets(preactivation, 20), 1);
      List<Maximum> after = maximize(network, specification, targets(activation, 20), 1);
      for (int unit = 0; unit < 20; unit++) {
        Maximum z = before.get(unit);
        Maximum h = after.get(unit);
        assertArrayEquals(z.start(), h.start());
        assertEquals(Logistic.sigmoid(z.value()), h.value(), 2e-5);
        assertTrue(Cosine.between(z.image(), h.image()) > 1 - 1e-4, "other images");
      }
    }
  }

  /** All but off: the activations are below 1e-8, where float32 does not tell them from 0. */
  @Test
  void activationsThatAreAllButOffStillLeadToTheOptimum() {
    LogisticStack gentle = RandomNetworks.stack(SHAPE, SEED.derive("gentle"), 0.6, 20, 20);
    float[] off = new float[20];
    Arrays.fill(off, -20);
    LogisticStack network =
        new LogisticStack(
            SHAPE,
            List.of(
                new LogisticLayer(gentle.weights(1), new float[20]),
                new LogisticLayer(gentle.weights(2), off)));
    Readout activation = new Readout(2, Quantity.ACTIVATION);
    Readout preactivation = new Readout(2, Quantity.PREACTIVATION);
    List<Maximum> z = maximize(network, on(new Sphere(3)), targets(preactivation, 20), 1);
    List<Maximum> h = maximize(network, on(new Sphere(3)), targets(activation, 20), 1);
    for (int unit = 0; unit < 20; unit++) {
      assertTrue(h.get(unit).converged(), h.get(unit).reason().name());
      assertTrue(Cosine.between(z.get(unit).image(), h.get(unit).image()) > 1 - 1e-4);
    }
  }

  @Test
  void aDeadUnitHasNoGradient() {
    LogisticStack network =
        RandomNetworks.single(1, 3, new float[] {0, 1}, new float[] {0, 2}, new float[] {0, 3});
    List<Maximum> maxima = maximize(network, on(new Sphere(1)), targets(FIRST, 2), 1);
    Maximum dead = maxima.get(0);
    assertEquals(StopReason.NO_GRADIENT, dead.reason());
    assertFalse(dead.converged());
    assertArrayEquals(dead.start(), dead.image());
    assertTrue(Double.isNaN(dead.residual()), "residual " + dead.residual());
    assertTrue(maxima.get(1).converged(), "its neighbour");
  }

  @Test
  void oneStepLooksAtTheStartOnly() {
    MaximizationSettings one =
        MaximizationSettings.builder(new Sphere(5))
            .start(Start.UNIFORM)
            .ascent(new ProjectedGradient(1, 1e-3))
            .build();
    Maximum maximum = maximize(nonLinear(), one, targets(THIRD, 1), 1).get(0);
    assertEquals(StopReason.STEP_LIMIT_HIT, maximum.reason());
    assertEquals(1, maximum.steps());
    assertEquals(1, maximum.history().length);
    assertArrayEquals(maximum.start(), maximum.image());
  }

  @Test
  void theStepLimitStopsShortOfTheOptimum() {
    MaximizationSettings few =
        MaximizationSettings.builder(new Sphere(9)).ascent(new ProjectedGradient(5, 1e-3)).build();
    List<Maximum> full = maximize(nonLinear(), on(new Sphere(9)), targets(THIRD, 10), 1);
    List<Maximum> cut = maximize(nonLinear(), few, targets(THIRD, 10), 1);
    for (int unit = 0; unit < 10; unit++) {
      Maximum maximum = cut.get(unit);
      assertEquals(StopReason.STEP_LIMIT_HIT, maximum.reason());
      assertFalse(maximum.converged());
      assertEquals(5, maximum.steps());
      assertTrue(maximum.residual() > 1e-3, "residual " + maximum.residual());
      double[] begin = Arrays.copyOf(full.get(unit).history(), maximum.history().length);
      assertArrayEquals(begin, maximum.history());
    }
  }

  @Test
  void whereFloat32EndsThereIsNoProgress() {
    MaximizationSettings exact =
        MaximizationSettings.builder(new Sphere(9))
            .ascent(new ProjectedGradient(5000, 1e-12))
            .build();
    for (Maximum maximum : maximize(nonLinear(), exact, targets(THIRD, 10), 1)) {
      assertEquals(StopReason.NO_PROGRESS, maximum.reason());
      assertFalse(maximum.converged());
      assertTrue(maximum.residual() < 1e-4, "residual " + maximum.residual());
    }
  }

  @Test
  void sameBitsAloneAndAmongMany() {
    LogisticStack network = RandomNetworks.stack(SHAPE, SEED, 2, 100, 100, 100);
    MaximizationSettings specification =
        MaximizationSettings.builder(new Sphere(9)).ascent(new ProjectedGradient(60, 1e-3)).build();
    List<AscentJob> all = new ArrayList<>();
    for (int layer = 1; layer <= 3; layer++) {
      all.addAll(targets(new Readout(layer, Quantity.PREACTIVATION), 100));
    }
    List<Maximum> expected = maximize(network, specification, all, 1);
    List<Integer> order = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
    Collections.shuffle(order, new Random(3));
    List<AscentJob> shuffled = order.stream().map(all::get).toList();
    for (int threads = 1; threads <= 2; threads++) {
      List<Maximum> actual = maximize(network, specification, shuffled, threads);
      for (int i = 0; i < 300; i++) {
        assertSameBits(expected.get(order.get(i)), actual.get(i));
      }
    }
    for (int i : new int[] {0, 57, 99, 100, 163, 200, 299}) {
      assertSameBits(
          expected.get(i), maximize(network, specification, List.of(all.get(i)), 2).get(0));
    }
  }

  private static void assertSameBits(Maximum expected, Maximum actual) {
    assertArrayEquals(expected.start(), actual.start());
    assertArrayEquals(expected.image(), actual.image());
    assertArrayEquals(expected.history(), actual.history());
    assertEquals(expected.value(), actual.value());
    assertEquals(expected.residual(), actual.residual());
    assertEquals(expected.steps(), actual.steps());
    assertEquals(expected.reason(), actual.reason());
  }

  @Test
  void restartsOfAUnitDependOnNoOtherUnitAndTheBestIsTheHighest() {
    LogisticStack network = nonLinear();
    try (Workers workers = new Workers(2)) {
      List<UnitMaxima> many = find(network, List.of(3, 8, 1), workers);
      UnitMaxima alone = find(network, List.of(8), workers).get(0);
      assertEquals(8, many.get(1).unit());
      double highest = Double.NEGATIVE_INFINITY;
      for (int restart = 0; restart < 4; restart++) {
        assertSameBits(alone.restarts().get(restart), many.get(1).restarts().get(restart));
        highest = Math.max(highest, alone.restarts().get(restart).value());
      }
      assertEquals(highest, alone.best().value());
      assertThrows(InvalidInputException.class, () -> find(network, List.of(40), workers));
    }
  }

  @Test
  void everyLayerUnitAndRestartBeginsSomewhereElse() {
    Set<List<Float>> starts = new HashSet<>();
    MaximizationSettings one =
        MaximizationSettings.builder(new Sphere(9)).ascent(new ProjectedGradient(1, 1e-3)).build();
    try (Workers workers = new Workers(1)) {
      for (int layer = 1; layer <= 3; layer++) {
        Readout readout = new Readout(layer, Quantity.PREACTIVATION);
        find(nonLinear(), one, readout, List.of(0, 1), 5, workers)
            .forEach(unit -> unit.restarts().forEach(maximum -> starts.add(firstTwo(maximum))));
      }
    }
    assertEquals(3 * 2 * 5, starts.size());
  }

  private static List<Float> firstTwo(Maximum maximum) {
    return List.of(maximum.start()[0], maximum.start()[1]);
  }

  @Test
  void theBestIsTheFirstOfTheHighestAndNeverNotANumber() {
    List<Maximum> restarts =
        DoubleStream.of(Double.NaN, -3, 2, 1, 2).mapToObj(MaximizerTest::ofValue).toList();
    assertSame(restarts.get(2), new UnitMaxima(0, restarts).best());
    List<Maximum> low = DoubleStream.of(Double.NaN, -3).mapToObj(MaximizerTest::ofValue).toList();
    assertSame(low.get(1), new UnitMaxima(0, low).best());
  }

  private static Maximum ofValue(double value) {
    float[] image = {};
    return new Maximum(image, image, value, 0, 1, StopReason.CONVERGED, new double[] {value});
  }

  private static List<UnitMaxima> find(Network network, List<Integer> units, Workers workers) {
    return find(network, on(new Sphere(9)), THIRD, units, 4, workers);
  }

  private static List<UnitMaxima> find(
      Network network,
      MaximizationSettings settings,
      Readout readout,
      List<Integer> units,
      int restarts,
      Workers workers) {
    UnitSelector choice = UnitSelector.of(network.layer(readout.layer()));
    return MaximizationPlan.ofUnits(choice, units, restarts, readout.quantity(), settings, SEED)
        .run(network, workers, found -> {})
        .maxima();
  }
}
