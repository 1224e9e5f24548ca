package io.github.unitscope.visualize.combine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.visualize.RandomNetworks;
import io.github.unitscope.visualize.stat.Cosine;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstOrderTest {
  private static final List<Integer> UNITS = IntStream.range(0, 10).boxed().toList();

  /** Two units that are saturated at the image of zeros, and steepest at (3, −2). */
  private static LogisticStack byHand() {
    return new LogisticStack(
        ImageShape.grey(1, 2),
        List.of(
            new LogisticLayer(
                Matrix.of(new float[] {2, 0}, new float[] {0, 4}), new float[] {-6, 8}),
            new LogisticLayer(Matrix.of(new float[] {1}, new float[] {-3}), new float[] {0})));
  }

  @Test
  void findsTheImageAtWhichNothingIsSaturated() {
    try (FirstOrder firstOrder = new FirstOrder(byHand(), 2)) {
      assertArrayEquals(new float[] {3, -2}, firstOrder.point(), 0.02f);
      assertArrayEquals(new double[] {1}, firstOrder.slopes(), 1e-3);
      assertArrayEquals(new float[] {2 / 4f, -12 / 4f}, firstOrder.gradients(List.of(0))[0], 0.01f);
    }
  }

  @Test
  void withOneLayerBelowTheGradientIsAQuarterOfTheCombination() {
    LogisticStack network = RandomNetworks.stack(ImageShape.grey(8, 8), Seed.root(3), 2, 30, 10);
    try (FirstOrder firstOrder = new FirstOrder(network, 2)) {
      assertTrue(firstOrder.slopes()[0] > 0.99, "slope " + firstOrder.slopes()[0]);
      float[][] gradients = firstOrder.gradients(UNITS);
      for (Combination unit : new LinearCombination(network, Connections.ALL).of(2, UNITS)) {
        assertTrue(Cosine.between(unit.image(), gradients[unit.unit()]) > 0.999);
      }
    }
  }

  @Test
  void ofLayerOneItIsTheFilter() {
    try (FirstOrder firstOrder = new FirstOrder(byHand(), 1)) {
      assertEquals(0, firstOrder.slopes().length);
      assertArrayEquals(new float[] {0, 4}, firstOrder.gradients(List.of(1))[0]);
    }
  }

  @Test
  void theSaturatedUnitsOfDeeperLayersShowInTheSlopes() {
    LogisticStack network =
        RandomNetworks.stack(ImageShape.grey(8, 8), Seed.root(5), 6, 30, 20, 10);
    try (FirstOrder firstOrder = new FirstOrder(network, 3)) {
      double[] atZero = slopesAtZero(network);
      assertTrue(firstOrder.slopes()[0] + firstOrder.slopes()[1] > atZero[0] + atZero[1]);
      assertTrue(firstOrder.slopes()[1] < 1);
    }
  }

  /** Of layers 1 and 2 at the image of zeros, from their biases. */
  private static double[] slopesAtZero(LogisticStack network) {
    double[] slopes = new double[2];
    double[] below = null;
    for (int j = 1; j <= 2; j++) {
      Matrix weights = network.weights(j);
      double[] outputs = new double[weights.columns()];
      for (int unit = 0; unit < outputs.length; unit++) {
        double sum = network.biases(j)[unit];
        for (int i = 0; below != null && i < below.length; i++) {
          sum += below[i] * weights.get(i, unit);
        }
        outputs[unit] = 1 / (1 + Math.exp(-sum));
        slopes[j - 1] += 4 * outputs[unit] * (1 - outputs[unit]) / outputs.length;
      }
      below = outputs;
    }
    return slopes;
  }

  @Test
  void sameBitsAloneAndAmongMany() {
    LogisticStack network =
        RandomNetworks.stack(ImageShape.grey(8, 8), Seed.root(4), 1, 30, 20, 10);
    try (FirstOrder firstOrder = new FirstOrder(network, 3)) {
      float[][] many = firstOrder.gradients(UNITS);
      try (FirstOrder alone = new FirstOrder(network, 3)) {
        assertArrayEquals(many[7], alone.gradients(List.of(7))[0]);
      }
    }
  }

  @Test
  void whatDoesNotExistIsRefused() {
    assertThrows(InvalidInputException.class, () -> new FirstOrder(byHand(), 3));
    try (FirstOrder firstOrder = new FirstOrder(byHand(), 2)) {
      assertThrows(InvalidInputException.class, () -> firstOrder.gradients(List.of(1)));
    }
  }
}
