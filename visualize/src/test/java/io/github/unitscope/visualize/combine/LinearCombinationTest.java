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
    return images(byHand(), new Connections(strongest, 1), layer, List.of(units));
  }

  private static float[][] images(
      LogisticStack network, Connections connections, int layer, List<Integer> units) {
    return new LinearCombination(network, connections)
        .of(layer, units).stream().map(Combination::image).toArray(float[][]::new);
  }

  @Test
  void layerOneIsTheFilterHoweverManyAreFollowed() {
    assertArrayEquals(new float[][] {{2, 3}, {1, 0}}, images(1, 1, 2, 0));
    assertArrayEquals(new float[][] {{2, 3}, {1, 0}}, images(0, 1, 2, 0));
  }

  @Test
  void layerTwoIsTheWeightedSumOfFilters() {
    assertArrayEquals(new float[][] {{2, 0.5f}, {-8, -10}}, images(0, 2, 0, 1));
  }

  @Test
  void onlyTheStrongestConnectionsAreFollowed() {
    assertArrayEquals(new float[][] {{-8, -12}}, images(1, 2, 1));
    assertArrayEquals(new float[][] {{1, -1}}, images(2, 2, 0));
    assertArrayEquals(images(0, 2, 0), images(3, 2, 0));
    assertArrayEquals(images(0, 2, 0), images(100, 2, 0));
  }

  /** Unit 0 of layer 2 has squared weights 1, 1 and 0.25, unit 1 has 0, 4 and 16. */
  @Test
  void theStrongestThatHoldAShareAreFollowedAndCounted() {
    LinearCombination combination =
        new LinearCombination(byHand(), new Connections(Connections.ANY_NUMBER, 0.8));
    List<Combination> units = combination.of(2, List.of(0, 1));
    assertEquals(List.of(2, 1), units.stream().map(Combination::filters).toList());
    assertEquals(2 / 2.25, units.get(0).share(), 1e-12);
    assertEquals(16 / 20.0, units.get(1).share(), 1e-12);
    assertArrayEquals(new float[] {1, -1}, units.get(0).image());
  }

  @Test
  void allFiltersWithAWeightAreCounted() {
    List<Combination> units = new LinearCombination(byHand(), Connections.ALL).of(2, List.of(0, 1));
    assertEquals(List.of(3, 2), units.stream().map(Combination::filters).toList());
    assertEquals(1, units.get(1).share());
  }

  @Test
  void noMoreThanTheNumberThoughTheShareIsNotReached() {
    List<Combination> units =
        new LinearCombination(byHand(), new Connections(1, 0.9)).of(2, List.of(0));
    assertEquals(1, units.get(0).filters());
    assertEquals(1 / 2.25, units.get(0).share(), 1e-12);
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
    float[][] images = images(network, Connections.ALL, 3, units);
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
    Connections seven = new Connections(7, 1);
    float[][] many = images(network, seven, 3, IntStream.range(0, 30).boxed().toList());
    assertArrayEquals(many[17], images(network, seven, 3, List.of(17))[0]);
  }

  @Test
  void whatDoesNotExistIsRefused() {
    assertThrows(InvalidInputException.class, () -> images(0, 3, 0));
    assertThrows(InvalidInputException.class, () -> images(0, 2, 2));
    assertThrows(InvalidInputException.class, () -> images(-1, 2, 0));
    InvalidInputException refusal =
        assertThrows(
            InvalidInputException.class,
            () ->
                new LinearCombination(
                    TinyBeliefNetwork.random(Seed.root(1), 3, 2), Connections.ALL));
    assertTrue(refusal.getMessage().contains("fully connected"), refusal.getMessage());
  }
}
