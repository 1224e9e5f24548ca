package io.github.unitscope.rbm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Workers;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With many Gibbs steps and a large batch, a step of contrastive divergence follows the gradient of
 * the exact log-likelihood, here by finite differences of an enumeration over all states.
 */
class LikelihoodGradientTest {
  private static final int BATCH = 20_000;
  private static final double RATE = 0.01;

  /** Each of 20,000 rows adds a difference within [−1, 1]: five standard errors of such a mean. */
  private static final double MONTE_CARLO_ERROR = 5 / Math.sqrt(BATCH);

  @ParameterizedTest
  @CsvSource({"3, 2, false", "4, 3, false", "3, 2, true", "4, 3, true"})
  void stepFollowsTheGradientOfTheLogLikelihood(int visible, int hidden, boolean persistent) {
    Rbm rbm = TinyRbms.random(visible, hidden, 0.7, 11 * visible + hidden);
    Rbm start = rbm.copy();
    ImageSet images = TinyRbms.repeating(visible, BATCH, 0b001, 0b011, 0b110, 0b101);
    step(rbm, images, persistent);
    for (int i = 0; i < visible; i++) {
      assertFollows(start, images, rbm.visibleBias()[i], new Parameter(i, -1));
      for (int j = 0; j < hidden; j++) {
        assertFollows(start, images, rbm.weights().get(i, j), new Parameter(i, j));
      }
    }
    for (int j = 0; j < hidden; j++) {
      assertFollows(start, images, rbm.hiddenBias()[j], new Parameter(-1, j));
    }
  }

  private static void step(Rbm rbm, ImageSet images, boolean persistent) {
    RbmSettings settings =
        new RbmSettings(
            rbm.hidden(),
            1,
            BATCH,
            RATE,
            RATE,
            0,
            0,
            0,
            0,
            40,
            persistent,
            0.1,
            0,
            Binarization.NONE);
    try (Workers workers = new Workers(2)) {
      new ContrastiveDivergence(rbm, settings, BATCH, workers)
          .step(TrainingRows.of(images), IntStream.range(0, BATCH).toArray(), 0, 0, Seed.root(5));
    }
  }

  private static void assertFollows(Rbm start, ImageSet images, float moved, Parameter parameter) {
    double step = (moved - parameter.get(start)) / RATE;
    assertEquals(parameter.slope(start, images), step, MONTE_CARLO_ERROR, parameter.toString());
  }

  /** A weight, or a bias where the other index is −1. */
  private record Parameter(int visible, int hidden) {
    float get(Rbm rbm) {
      if (hidden < 0) {
        return rbm.visibleBias()[visible];
      }
      return visible < 0 ? rbm.hiddenBias()[hidden] : rbm.weights().get(visible, hidden);
    }

    Rbm with(Rbm rbm, float value) {
      Rbm copy = rbm.copy();
      if (hidden < 0) {
        copy.visibleBias()[visible] = value;
      } else if (visible < 0) {
        copy.hiddenBias()[hidden] = value;
      } else {
        copy.weights().set(visible, hidden, value);
      }
      return copy;
    }

    double slope(Rbm rbm, ImageSet images) {
      float up = get(rbm) + 1e-2f;
      float down = get(rbm) - 1e-2f;
      ImageSet few = TinyRbms.repeating(rbm.visible(), 4, 0b001, 0b011, 0b110, 0b101);
      return (TinyRbms.meanLogLikelihood(with(rbm, up), few)
              - TinyRbms.meanLogLikelihood(with(rbm, down), few))
          / (up - down);
    }
  }
}
