package io.github.unitscope.visualize.combine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.LogisticLayer;
import io.github.unitscope.network.LogisticStack;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.visualize.RandomNetworks;
import io.github.unitscope.visualize.sample.TinyBeliefNetwork;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinearCombinationTest {
  /** Filters (1, 0), (0, 1), (2, 3); unit 0 of layer 2 weighs them 1, −1, 0.5, unit 1 0, 2, −4. */
  private static LogisticStack byHand() {
    return new LogisticStack(
        ImageShape.grey(1, 2),
        List.of(
            new LogisticLayer(
                Matrix.of(new float[] {1, 0, 2}, new float[] {0, 1, 3}), new float[] {9, 9, 9}),
            new LogisticLayer(
                Matrix.of(new float[] {1, 0}, new float[] {-1, 2}, new float[] {0.5f, -4}),
                new float[] {9, 9})));
  }

  private static float[][] images(int strongest, int layer, Integer... units) {
    return new LinearCombination(byHand(), strongest).images(layer, List.of(units));
  }

  @Test
  void layerOneIsTheFilterHoweverManyAreFollowed() {
    assertArrayEquals(new float[][] {{2, 3}, {1, 0}}, images(1, 1, 2, 0));
    assertArrayEquals(new float[][] {{2, 3}, {1, 0}}, images(LinearCombination.ALL, 1, 2, 0));
  }

  @Test
  void layerTwoIsTheWeightedSumOfFilters() {
    assertArrayEquals(new float[][] {{2, 0.5f}, {-8, -10}}, images(LinearCombination.ALL, 2, 0, 1));
  }

  @Test
  void onlyTheStrongestConnectionsAreFollowed() {
    assertArrayEquals(new float[][] {{-8, -12}}, images(1, 2, 1));
    assertArrayEquals(new float[][] {{1, -1}}, images(2, 2, 0));
    assertArrayEquals(images(LinearCombination.ALL, 2, 0), images(3, 2, 0));
    assertArrayEquals(images(LinearCombination.ALL, 2, 0), images(100, 2, 0));
  }

  @Test
  void ofEqualConnectionsTheFirstIsFollowed() {
    assertArrayEquals(new float[][] {{1, 0}}, images(1, 2, 0));
  }

  @Test
  void withAllConnectionsItIsTheProductOfTheWeights() {
    ImageShape shape = new ImageShape(3, 5, 4);
    LogisticStack network = RandomNetworks.stack(shape, Seed.root(4), 1, 30, 20, 10);
    Matrix two = Matrix.zeros(60, 20);
    Matrix three = Matrix.zeros(60, 10);
    Matrix.multiply(network.weights(1), network.weights(2), two);
    Matrix.multiply(two, network.weights(3), three);
    List<Integer> units = IntStream.range(0, 10).boxed().toList();
    float[][] images = new LinearCombination(network, LinearCombination.ALL).images(3, units);
    for (int unit : units) {
      for (int i = 0; i < 60; i++) {
        assertEquals(three.get(i, unit), images[unit][i], 1e-5);
      }
    }
  }

  @Test
  void sameBitsAloneAndAmongMany() {
    LogisticStack network =
        RandomNetworks.stack(ImageShape.grey(12, 12), Seed.root(4), 1, 50, 40, 30);
    LinearCombination combination = new LinearCombination(network, 7);
    float[][] many = combination.images(3, IntStream.range(0, 30).boxed().toList());
    assertArrayEquals(many[17], combination.images(3, List.of(17))[0]);
  }

  @Test
  void whatDoesNotExistIsRefused() {
    assertThrows(InvalidInputException.class, () -> images(0, 3, 0));
    assertThrows(InvalidInputException.class, () -> images(0, 2, 2));
    assertThrows(InvalidInputException.class, () -> images(-1, 2, 0));
    InvalidInputException refusal =
        assertThrows(
            InvalidInputException.class,
            () -> new LinearCombination(TinyBeliefNetwork.random(Seed.root(1), 3, 2), 1));
    assertTrue(refusal.getMessage().contains("fully connected"), refusal.getMessage());
  }
}
