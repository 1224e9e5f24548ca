package io.github.unitscope.visualize.maximize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.visualize.RandomNetworks;
import io.github.unitscope.visualize.parameterize.DecorrelatedPixels;
import io.github.unitscope.visualize.parameterize.Fourier;
import io.github.unitscope.visualize.parameterize.Maco;
import io.github.unitscope.visualize.parameterize.Parameterization;
import io.github.unitscope.visualize.parameterize.Pixels;
import io.github.unitscope.visualize.regularize.ClipSmallNorm;
import io.github.unitscope.visualize.regularize.Decay;
import io.github.unitscope.visualize.regularize.ImageFilter;
import io.github.unitscope.visualize.regularize.Regularization;
import io.github.unitscope.visualize.regularize.SquaredNorm;
import io.github.unitscope.visualize.regularize.TotalVariation;
import io.github.unitscope.visualize.select.Objective;
import io.github.unitscope.visualize.select.UnitObjective;
import io.github.unitscope.visualize.stat.Cosine;
import io.github.unitscope.visualize.transform.Transform;
import io.github.unitscope.visualize.transform.Transforms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ascents of a fixed number of steps, on real networks. */
class StepAscentTest {
  private static final ImageShape SHAPE = new ImageShape(3, 12, 10);
  private static final Seed SEED = Seed.root(5);
  private static final Readout THIRD = new Readout(3, Quantity.PREACTIVATION);
  private static final LogisticStack NETWORK =
      RandomNetworks.stack(SHAPE, SEED.derive("network"), 4, 40, 30, 20);
  private static final List<Transform> MOVES =
      Transforms.parse("pad=2 jitter=2 scale=0.9:1.1 rotate=-10:10", 0.5);

  private static MaximizationSettings with(
      Parameterization parameterization,
      List<Transform> transforms,
      List<? extends Regularization> regularizers,
      int steps) {
    return MaximizationSettings.builder(new Box(0, 1))
        .parameterization(parameterization)
        .transforms(transforms)
        .regularizers(regularizers)
        .ascent(new Adam(0.05, steps))
        .build();
  }

  private static List<AscentJob> targets(int from, int to) {
    List<AscentJob> targets = new ArrayList<>();
    for (int unit = from; unit < to; unit++) {
      targets.add(new AscentJob(new UnitObjective(THIRD, unit), SEED.derive(unit)));
    }
    return targets;
  }

  private static List<Maximum> maximize(
      Network network, MaximizationSettings specification, List<AscentJob> targets, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new Maximizer(network, specification, workers).maximize(targets);
    }
  }

  @Test
  void everyParameterizationClimbsWithAndWithoutTransforms() {
    ImageRange range = ImageRange.UNIT;
    for (Parameterization parameterization :
        List.of(
            new Pixels(0.5, 0.05),
            new DecorrelatedPixels(range, 0.01),
            new Fourier(range),
            new Maco(range))) {
      for (List<Transform> transforms : List.of(List.<Transform>of(), MOVES)) {
        MaximizationSettings specification = with(parameterization, transforms, List.of(), 60);
        for (Maximum maximum : maximize(NETWORK, specification, targets(0, 3), 1)) {
          assertEquals(StopReason.FIXED_STEPS_DONE, maximum.reason());
          assertFalse(maximum.isDoubtful());
          assertEquals(60, maximum.history().length);
          double atStart = maximum.history()[0];
          assertTrue(
              maximum.value() > atStart + 0.1,
              () -> parameterization.describe() + " " + transforms + ": " + maximum.value());
          for (float pixel : maximum.image()) {
            assertTrue(pixel >= 0 && pixel <= 1);
          }
        }
      }
    }
  }

  @Test
  void adamInABoxComesToWhereTheProjectedGradientComes() {
    MaximizationSettings projected =
        MaximizationSettings.builder(new Box(0, 1))
            .start(Start.UNIFORM)
            .ascent(new ProjectedGradient(3000, 1e-4))
            .build();
    MaximizationSettings adam =
        MaximizationSettings.builder(new Box(0, 1))
            .parameterization(new Pixels(0, 1))
            .start(Start.UNIFORM)
            .ascent(new Adam(0.02, 1500))
            .build();
    List<Maximum> exact = maximize(NETWORK, projected, targets(0, 5), 1);
    List<Maximum> found = maximize(NETWORK, adam, targets(0, 5), 1);
    int same = 0;
    for (int i = 0; i < exact.size(); i++) {
      // Both may come to a top of their own; none is much lower.
      assertTrue(found.get(i).value() > exact.get(i).value() - 0.3);
      same += Cosine.between(exact.get(i).image(), found.get(i).image()) > 0.99 ? 1 : 0;
    }
    assertTrue(same >= 3, same + " of 5 are the same");
  }

  @Test
  void targetGivesTheSameBitsAloneAndAmongOthersOnAnyNumberOfThreads() {
    MaximizationSettings specification = with(new Fourier(ImageRange.UNIT), MOVES, List.of(), 12);
    List<Maximum> all = maximize(NETWORK, specification, targets(0, 20), 2);
    List<Maximum> one = maximize(NETWORK, specification, targets(0, 20), 1);
    Maximum alone = maximize(NETWORK, specification, targets(7, 8), 1).get(0);
    assertArrayEquals(alone.image(), all.get(7).image());
    assertArrayEquals(alone.history(), all.get(7).history());
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(one.get(i).image(), all.get(i).image());
      assertEquals(one.get(i).value(), all.get(i).value());
    }
  }

  @Test
  void valueIsThatOfTheImageWithoutTransforms() {
    MaximizationSettings specification = with(new Fourier(ImageRange.UNIT), MOVES, List.of(), 10);
    Maximum maximum = maximize(NETWORK, specification, targets(4, 5), 1).get(0);
    try (var pass = NETWORK.newPass(Set.of(THIRD))) {
      int row = pass.usableRows()[0];
      pass.input().writeRow(row, maximum.image());
      pass.forward();
      assertEquals(pass.output(THIRD).get(row, 4), maximum.value(), 1e-5);
    }
  }

  @Test
  void filtersActBetweenStepsButNotAfterTheLast() {
    ImageFilter clip = new ClipSmallNorm(80, 0.5);
    Maximum one =
        maximize(NETWORK, with(new Pixels(0.5, 0.05), MOVES, List.of(clip), 1), targets(0, 1), 1)
            .get(0);
    assertEquals(0, count(one.image(), 0.5f));
    Maximum two =
        maximize(NETWORK, with(new Pixels(0.5, 0.05), MOVES, List.of(clip), 2), targets(0, 1), 1)
            .get(0);
    // After the filter every clipped pixel has moved by one step of Adam, from the same value.
    assertTrue(spread(two.image()) < spread(one.image()));
  }

  private static int count(float[] image, float value) {
    int count = 0;
    for (float pixel : image) {
      count += pixel == value ? 1 : 0;
    }
    return count;
  }

  private static double spread(float[] image) {
    double sum = 0;
    for (float pixel : image) {
      sum += Math.abs(pixel - 0.5);
    }
    return sum;
  }

  @Test
  void decayAndPenaltiesMakeImagesFainter() {
    double free = contrast(List.of());
    assertTrue(contrast(List.of(new Decay(0.1, 0.5))) < 0.9 * free);
    assertTrue(contrast(List.of(new SquaredNorm(1, 0.5))) < 0.9 * free);
    assertTrue(contrast(List.of(new TotalVariation(0.3))) < 0.9 * free);
  }

  private static double contrast(List<? extends Regularization> regularizers) {
    MaximizationSettings specification = with(new Pixels(0.5, 0.05), List.of(), regularizers, 80);
    double sum = 0;
    for (Maximum maximum : maximize(NETWORK, specification, targets(0, 4), 1)) {
      sum += spread(maximum.image());
    }
    return sum;
  }

  @Test
  void penaltyMovesTheProjectedGradientsOptimumByWhatItCosts() {
    // A linear unit w·x + b with penalty λ‖x − c‖²/2 has its optimum at c + w/λ.
    float[][] weights = new float[SHAPE.size()][1];
    weights[0][0] = 2;
    weights[5][0] = -1;
    LogisticStack single = RandomNetworks.single(SHAPE.height(), 3 * SHAPE.width(), weights);
    MaximizationSettings specification =
        MaximizationSettings.builder(new Box(-10, 10))
            .parameterization(new Pixels(0, 1))
            .start(Start.GAUSSIAN)
            .regularizers(List.of(new SquaredNorm(4, 0.5)))
            .ascent(Ascent.DEFAULTS)
            .build();
    Readout first = new Readout(1, Quantity.PREACTIVATION);
    AscentJob target = new AscentJob(new UnitObjective(first, 0), SEED);
    Maximum maximum = maximize(single, specification, List.of(target), 1).get(0);
    assertEquals(1, maximum.image()[0], 5e-3);
    assertEquals(0.25, maximum.image()[5], 5e-3);
    assertEquals(0.5, maximum.image()[7], 5e-3);
    // The value is the unit's own, without the penalty.
    assertEquals(2 * 1 - 0.25, maximum.value(), 2e-2);
  }

  @Test
  void negativeMultipleMinimizes() {
    Objective unit = new UnitObjective(THIRD, 2);
    MaximizationSettings specification =
        with(new Fourier(ImageRange.UNIT), List.of(), List.of(), 60);
    List<Maximum> maxima =
        maximize(
            NETWORK,
            specification,
            List.of(new AscentJob(unit, SEED), new AscentJob(unit.times(-1), SEED)),
            1);
    assertTrue(-maxima.get(1).value() < maxima.get(0).value() - 0.5);
  }

  @Test
  void projectedGradientRefusesWhatItCannotCompare() {
    String message =
        assertThrows(
                InvalidInputException.class,
                () ->
                    MaximizationSettings.builder(new Box(0, 1))
                        .parameterization(new Pixels(0, 1))
                        .transforms(MOVES)
                        .ascent(Ascent.DEFAULTS)
                        .build())
            .getMessage();
    assertTrue(message.contains("use the ascent adam"), message);
  }
}
