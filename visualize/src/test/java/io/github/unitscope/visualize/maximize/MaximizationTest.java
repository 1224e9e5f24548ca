package io.github.unitscope.visualize.maximize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.RandomNetworks;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaximizationTest {
  private static final Network NETWORK =
      RandomNetworks.stack(ImageShape.grey(4, 6), Seed.root(3), 3, 12, 8);

  @Test
  void theUsualPresetNeedsTheNormOfImagesWithoutARange() {
    assertMessage(
        "images stay on a sphere, and its radius is unknown: give the norm of typical images,"
            + " such as the mean norm of the training images",
        Maximization.of(NETWORK).objective("2:3"));
    assertEquals(
        new Sphere(3),
        Maximization.of(NETWORK).objective("2:3").norm(3).plan().settings().constraint());
  }

  @Test
  void whatToMaximizeIsSaidOnce() {
    assertMessage(
        "nothing to maximize: call objective, or layer and units", Maximization.of(NETWORK));
    assertMessage(
        "objective and layer exclude each other: call one of them",
        Maximization.of(NETWORK).layer(2).objective("2:3"));
    assertThrows(InvalidInputException.class, () -> Maximization.of(NETWORK).restarts(0));
    assertThrows(InvalidInputException.class, () -> Maximization.of(NETWORK).preset("o18"));
  }

  @Test
  void withoutUnitsAllOfTheLayerAreMaximized() {
    MaximizationPlan plan = Maximization.of(NETWORK).layer(2).norm(1).restarts(2).plan();
    assertEquals(
        List.of("0", "1", "2", "3", "4", "5", "6", "7"),
        plan.goals().stream().map(Goal::name).toList());
    assertEquals(16, plan.ascents());
  }

  private static void assertMessage(String message, Maximization maximization) {
    assertEquals(
        message, assertThrows(InvalidInputException.class, maximization::plan).getMessage());
  }
}
