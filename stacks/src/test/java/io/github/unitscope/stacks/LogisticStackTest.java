package io.github.unitscope.stacks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.testing.RandomValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LogisticStackTest {
  private static final Readout TOP = new Readout(2, Quantity.PREACTIVATION);
  private static final Readout TOP_ACTIVATION = new Readout(2, Quantity.ACTIVATION);

  /** At x = (1, 2) both hidden units are at 0.5 and the output at σ(log 3) = 0.75. */
  private static LogisticStack byHand() {
    return new LogisticStack(
        ImageShape.grey(1, 2),
        List.of(
            new LogisticLayer(
                Matrix.of(new float[] {1, -1}, new float[] {0.5f, 2}), new float[] {-2, -3}),
            new LogisticLayer(
                Matrix.of(new float[] {4}, new float[] {2}),
                new float[] {-3 + (float) Math.log(3)})));
  }

  /** Pre-activations have a deviation of about 1.5 for inputs of deviation 1. */
  private static LogisticStack stack(ImageShape shape, Seed seed, int... units) {
    return new LogisticStack(
        shape, RandomValues.layers(seed, shape.size(), 1.5, LogisticLayer::new, units));
  }

  @Test
  void valuesByHand() {
    try (Pass pass =
        byHand().newPass(Set.of(TOP, TOP_ACTIVATION, new Readout(1, Quantity.ACTIVATION)))) {
      int row = pass.usableRows()[1];
      pass.input().writeRow(row, new float[] {1, 2});
      pass.forward();
      assertEquals(Math.log(3), pass.output(TOP).get(row, 0), 1e-6);
      assertEquals(0.75, pass.output(TOP_ACTIVATION).get(row, 0), 1e-6);
      Matrix hidden = pass.output(new Readout(1, Quantity.ACTIVATION));
      assertArrayEquals(new float[] {0.5f, 0.5f}, hidden.toRows()[row], 1e-6f);
    }
  }

  @Test
  void gradientsByHand() {
    try (Pass pass = byHand().newPass(Set.of(TOP, TOP_ACTIVATION))) {
      int row = pass.usableRows()[0];
      pass.input().writeRow(row, new float[] {1, 2});
      pass.forward();
      pass.gradient(TOP).set(row, 0, 1);
      assertArrayEquals(new float[] {0.5f, 1.5f}, pass.backward().toRows()[row], 1e-6f);
      pass.gradient(TOP).fill(0);
      pass.gradient(TOP_ACTIVATION).set(row, 0, 1);
      float slope = 0.75f * 0.25f;
      assertArrayEquals(
          new float[] {0.5f * slope, 1.5f * slope}, pass.backward().toRows()[row], 1e-6f);
    }
  }

  static Stream<Arguments> readoutsAndShapes() {
    List<Set<Readout>> choices = new ArrayList<>();
    for (int layer = 1; layer <= 3; layer++) {
      for (Quantity quantity : Quantity.values()) {
        choices.add(Set.of(new Readout(layer, quantity)));
      }
    }
    choices.add(
        Set.of(new Readout(1, Quantity.ACTIVATION), new Readout(3, Quantity.PREACTIVATION)));
    choices.add(
        Set.of(new Readout(2, Quantity.PREACTIVATION), new Readout(2, Quantity.ACTIVATION)));
    choices.add(
        Set.of(new Readout(1, Quantity.PREACTIVATION), new Readout(3, Quantity.ACTIVATION)));
    choices.add(choices.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet()));
    return Stream.of(new ImageShape(3, 9, 7), ImageShape.grey(12, 12))
        .flatMap(shape -> choices.stream().map(readouts -> Arguments.of(shape, readouts)));
  }

  @ParameterizedTest
  @MethodSource("readoutsAndShapes")
  void backwardIsTheDerivativeOfForward(ImageShape shape, Set<Readout> readouts) {
    Seed seed = Seed.root(11);
    try (Pass pass = stack(shape, seed.derive("stack"), 12, 10, 6).newPass(readouts)) {
      float[] image = RandomValues.gaussian(seed.derive("image"), shape.size(), 1);
      WeightedSum sum = new WeightedSum(pass, readouts);
      float[] gradient = sum.gradient(image);
      double norm = 0;
      double error = 0;
      for (int i = 0; i < gradient.length; i++) {
        double difference = sum.centralDifference(image, i, 1e-2f);
        norm += difference * difference;
        error += Math.pow(difference - gradient[i], 2);
      }
      assertTrue(norm > 1e-4, "nothing to compare with: squared norm " + norm);
      assertTrue(error <= 2e-3 * 2e-3 * norm, "relative error " + Math.sqrt(error / norm));
    }
  }

  /** A weighted sum of all values of some readouts, in the last usable row. */
  private static final class WeightedSum {
    private final Pass pass;
    private final int row;
    private final List<Readout> readouts;
    private final List<float[]> weights = new ArrayList<>();

    WeightedSum(Pass pass, Set<Readout> readouts) {
      this.pass = pass;
      this.row = pass.usableRows()[pass.usableRows().length - 1];
      this.readouts = List.copyOf(readouts);
      for (Readout readout : this.readouts) {
        int units = pass.output(readout).columns();
        Seed seed = Seed.root(readout.layer()).derive(readout.quantity().name());
        weights.add(RandomValues.gaussian(seed, units, 1));
      }
    }

    double value(float[] image) {
      pass.input().writeRow(row, image);
      pass.forward();
      double value = 0;
      for (int i = 0; i < readouts.size(); i++) {
        float[] weight = weights.get(i);
        for (int unit = 0; unit < weight.length; unit++) {
          value += (double) weight[unit] * pass.output(readouts.get(i)).get(row, unit);
        }
      }
      return value;
    }

    float[] gradient(float[] image) {
      value(image);
      for (int i = 0; i < readouts.size(); i++) {
        pass.gradient(readouts.get(i)).writeRow(row, weights.get(i));
      }
      return pass.backward().toRows()[row];
    }

    double centralDifference(float[] image, int i, float eps) {
      float[] moved = image.clone();
      moved[i] = image[i] + eps;
      double above = value(moved);
      moved[i] = image[i] - eps;
      return (above - value(moved)) / (2 * (double) eps);
    }
  }

  @Test
  void anImageGivesTheSameBitsInEveryUsableRow() {
    Seed seed = Seed.root(3);
    ImageShape shape = ImageShape.grey(28, 28);
    Set<Readout> readouts = Set.of(TOP, new Readout(1, Quantity.ACTIVATION));
    try (Pass pass = stack(shape, seed.derive("stack"), 203, 50).newPass(readouts)) {
      int[] usable = pass.usableRows();
      assertTrue(usable.length >= 16, usable.length + " usable rows");
      assertArrayEquals(new TreeSet<>(boxed(usable)).stream().mapToInt(i -> i).toArray(), usable);
      float[] image = RandomValues.gaussian(seed.derive("image"), shape.size(), 1);
      List<float[]> expected = inRow(pass, usable[0], image, readouts);
      for (int row : usable) {
        pass.input()
            .writeRows(RandomValues.rows(seed.derive(row), pass.input().rows(), shape.size(), 1));
        for (Readout readout : readouts) {
          Matrix gradient = pass.gradient(readout);
          gradient.writeRows(
              RandomValues.rows(seed.derive(-row), gradient.rows(), gradient.columns(), 1));
        }
        List<float[]> actual = inRow(pass, row, image, readouts);
        for (int i = 0; i < expected.size(); i++) {
          assertArrayEquals(expected.get(i), actual.get(i), "row " + row + ", result " + i);
        }
      }
    }
  }

  /** Numbers of rows that ask for passes of different sizes, and for more than there is. */
  @Test
  void anImageGivesTheSameBitsInPassesOfAnySize() {
    Seed seed = Seed.root(4);
    ImageShape shape = ImageShape.grey(28, 28);
    Set<Readout> readouts = Set.of(TOP, new Readout(1, Quantity.ACTIVATION));
    Network stack = stack(shape, seed.derive("stack"), 203, 50);
    try (Pass usual = stack.newPass(readouts)) {
      float[] image = RandomValues.gaussian(seed.derive("image"), shape.size(), 1);
      List<float[]> expected = inRow(usual, usual.usableRows()[0], image, readouts);
      for (int needed : new int[] {1, 8, 20, 60, 90, 190, 100_000}) {
        try (Pass pass = stack.newPass(readouts, needed);
            Pass smaller = pass.smaller(3)) {
          int[] usable = pass.usableRows();
          assertTrue(usable.length >= Math.min(needed, usual.usableRows().length));
          assertSameBits(expected, inRow(pass, usable[usable.length - 1], image, readouts), needed);
          assertTrue(smaller.usableRows().length >= 3);
          assertTrue(smaller.input().rows() <= pass.input().rows());
          assertSame(smaller, smaller.smaller(smaller.usableRows().length));
          assertSameBits(
              expected, inRow(smaller, smaller.usableRows()[2], image, readouts), needed);
        }
      }
    }
  }

  private static void assertSameBits(List<float[]> expected, List<float[]> actual, int needed) {
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), actual.get(i), needed + " rows, result " + i);
    }
  }

  /** The outputs of all readouts and the input gradient. */
  private static List<float[]> inRow(Pass pass, int row, float[] image, Set<Readout> readouts) {
    pass.input().writeRow(row, image);
    pass.forward();
    TreeMap<Integer, float[]> results = new TreeMap<>();
    for (Readout readout : readouts) {
      Matrix gradient = pass.gradient(readout);
      gradient.writeRow(
          row, RandomValues.gaussian(Seed.root(readout.layer()), gradient.columns(), 1));
      results.put(readout.layer(), pass.output(readout).toRows()[row]);
    }
    results.put(0, pass.backward().toRows()[row]);
    return List.copyOf(results.values());
  }

  private static List<Integer> boxed(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** What the search for usable rows has written must not be left behind. */
  @Test
  void aNewPassBeginsWithZeros() {
    try (Pass pass = byHand().newPass(Set.of(TOP, TOP_ACTIVATION))) {
      for (Matrix zero : List.of(pass.input(), pass.gradient(TOP), pass.gradient(TOP_ACTIVATION))) {
        assertArrayEquals(new float[zero.rows()][zero.columns()], zero.toRows());
      }
    }
  }

  @Test
  void describesItsLayers() {
    LogisticStack stack = byHand();
    assertEquals(List.of(Layer.flat(1, "layer1", 2), Layer.flat(2, "layer2", 1)), stack.layers());
    assertEquals(2, stack.weights(2).get(1, 0));
  }

  @Test
  void unknownLayersAreRefused() {
    LogisticStack stack = byHand();
    for (int layer : new int[] {-1, 0, 3}) {
      Set<Readout> readouts = Set.of(new Readout(layer, Quantity.ACTIVATION));
      assertThrows(InvalidInputException.class, () -> stack.newPass(readouts));
      assertThrows(InvalidInputException.class, () -> stack.weights(layer));
    }
    for (int unit : new int[] {-1, 2}) {
      assertThrows(InvalidInputException.class, () -> stack.layer(1).requireUnit(unit));
    }
    assertDoesNotThrow(() -> stack.layer(1).requireUnit(1));
  }

  @Test
  void readoutsThatWereNotAskedForAreRefused() {
    try (Pass pass = byHand().newPass(Set.of(TOP))) {
      assertThrows(IllegalArgumentException.class, () -> pass.output(TOP_ACTIVATION));
      assertThrows(IllegalArgumentException.class, () -> pass.gradient(TOP_ACTIVATION));
    }
  }

  @Test
  void layersThatDoNotFitAreRefused() {
    LogisticLayer twoInputs = new LogisticLayer(Matrix.zeros(2, 3), new float[3]);
    ImageShape two = ImageShape.grey(1, 2);
    InvalidInputException misfit =
        assertThrows(
            InvalidInputException.class,
            () -> new LogisticStack(two, List.of(twoInputs, twoInputs)));
    assertTrue(misfit.getMessage().contains("layer 2"), misfit.getMessage());
    assertThrows(
        InvalidInputException.class,
        () -> new LogisticStack(ImageShape.grey(1, 3), List.of(twoInputs)));
    assertThrows(InvalidInputException.class, () -> new LogisticStack(two, List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new LogisticLayer(Matrix.zeros(2, 3), new float[2]));
  }
}
