package io.github.unitscope.visualize.maximize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.RandomNetworks;
import io.github.unitscope.visualize.regularize.Regularizer;
import io.github.unitscope.visualize.regularize.Regularizers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/extending.md says: a regularizer and an ascent that main code has never heard of. */
class OwnExtensionTest {
  private static final Network NETWORK =
      RandomNetworks.stack(ImageShape.grey(4, 6), Seed.root(3), 3, 12, 8);

  /** weight · Σ (x − neutral)⁴ / 4. */
  private record Quartic(double weight, double neutral) implements Regularizer {
    @Override
    public double penalty(ImageShape shape, float[] image, float[] gradient) {
      double sum = 0;
      for (int i = 0; i < image.length; i++) {
        double cube = Math.pow(image[i] - neutral, 3);
        sum += cube * (image[i] - neutral) / 4;
        gradient[i] += (float) (weight * cube);
      }
      return weight * sum;
    }

    @Override
    public String describe() {
      return "quartic=" + weight;
    }
  }

  /** Steps of one rate that end as soon as one brings less than a gain. */
  private record UntilFlat(double rate, double gain, int mostSteps) implements Ascent {
    @Override
    public Ascent withSteps(int steps) {
      return new UntilFlat(rate, gain, steps);
    }

    @Override
    public boolean makesAllSteps() {
      return false;
    }

    @Override
    public Climb climb(int parameters, Constraint constraint, boolean smooth) {
      double[] last = {Double.NEGATIVE_INFINITY};
      return (step, value, gradient, moved) -> {
        if (value < last[0] + gain) {
          return Optional.of(StopReason.CONVERGED);
        }
        last[0] = value;
        for (int i = 0; i < moved.length; i++) {
          moved[i] += (float) (rate * gradient[i]);
        }
        return step < mostSteps ? Optional.empty() : Optional.of(StopReason.STEP_LIMIT_HIT);
      };
    }

    @Override
    public String describe() {
      return "until it is flat";
    }
  }

  @BeforeAll
  static void register() {
    Regularizers.register("quartic", (numbers, neutral) -> new Quartic(numbers[0], neutral));
    Ascents.register("until-flat", new UntilFlat(0.2, 1e-3, 400));
  }

  private static Maximum maximum(MaximizationSettings settings) {
    return Maximization.of(NETWORK).objective("2:3").restarts(1).settings(settings).run().best();
  }

  private static double greatest(float[] image) {
    double greatest = 0;
    for (float pixel : image) {
      greatest = Math.max(greatest, Math.abs(pixel));
    }
    return greatest;
  }

  @Test
  void theRegularizerIsFoundByItsNameAndKeepsImagesFaint() {
    MaximizationSettings.Builder free =
        MaximizationSettings.builder(new Box(-5, 5)).ascent(Ascents.named("adam"));
    double without = greatest(maximum(free.build()).image());
    MaximizationSettings held =
        free.regularizers(List.of(Regularizers.parse("quartic=1", 0))).build();
    assertTrue(held.describe().contains("quartic=1.0"), held.describe());
    assertTrue(greatest(maximum(held).image()) < 0.7 * without);
    assertTrue(Regularizers.names().contains("quartic"));
  }

  @Test
  void unknownNamesAreAnsweredWithTheKnownOnes() {
    String message =
        assertThrows(InvalidInputException.class, () -> Regularizers.parse("quintic=1", 0))
            .getMessage();
    assertEquals(
        "unknown regularizer 'quintic'; expected one of bilateral, blur, clip-contribution,"
            + " clip-norm, decay, l1, l2, quartic, tv",
        message);
    assertThrows(
        IllegalArgumentException.class,
        () -> Regularizers.register("tv", (numbers, neutral) -> new Quartic(1, neutral)));
  }

  @Test
  void theAscentEndsByItselfAndItsBestImageIsLookedAtOnceMore() {
    MaximizationSettings settings =
        MaximizationSettings.builder(new Sphere(3)).ascent(Ascents.named("until-flat")).build();
    Maximum maximum = maximum(settings);
    assertEquals(StopReason.CONVERGED, maximum.reason());
    assertTrue(maximum.steps() < 400, maximum.steps() + " steps");
    assertEquals(maximum.steps(), maximum.history().length);
    double best = 0;
    for (double value : maximum.history()) {
      best = Math.max(best, value);
    }
    assertEquals(best, maximum.value(), 1e-6);
    Maximum exact = maximum(MaximizationSettings.builder(new Sphere(3)).build());
    assertEquals(exact.value(), maximum.value(), 0.1);
  }
}
