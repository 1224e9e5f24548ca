package io.github.unitscope.rbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With many Gibbs steps and a large batch, a step of contrastive divergence follows the gradient of
 * the exact log-likelihood, here by finite differences of an enumeration over all states.
 */
class LikelihoodGradientTest {
  private static final int BATCH = 100_000;
  private static final double RATE = 0.01;

  /** Of weights and biases: strong enough that units depend on each other. */
  private static final double DEVIATION = 1.2;

  /** What the data consist of, each as often as the others. */
  private static final int[] STATES = {0b011, 0b001, 0b011, 0b111};

  /**
   * Five standard errors. The data part has none, since every state is there equally often; the
   * part of the chains is a mean over rows of a number in [0, 1], whose deviation is 0.5 at most.
   */
  private static final double MONTE_CARLO_ERROR = 5 * 0.5 / Math.sqrt(BATCH);

  @ParameterizedTest
  @CsvSource({"3, 2", "4, 3"})
  void slopeIsTheMeanOverTheDataMinusTheMeanOfTheModel(int visible, int hidden) {
    Rbm rbm = TinyRbms.random(visible, hidden, DEVIATION, 11 * visible + hidden);
    double steepest = 0;
    for (Parameter parameter : Parameter.all(rbm)) {
      double expected = parameter.meanOverData(rbm) - parameter.meanOfModel(rbm);
      assertEquals(expected, parameter.slope(rbm), 5e-4, parameter.toString());
      steepest = Math.max(steepest, Math.abs(expected));
    }
    assertTrue(steepest > 10 * MONTE_CARLO_ERROR, "too flat to test anything: " + steepest);
  }

  @ParameterizedTest
  @CsvSource({"3, 2", "4, 3"})
  void stepFollowsTheGradientOfTheLogLikelihood(int visible, int hidden) {
    Rbm rbm = TinyRbms.random(visible, hidden, DEVIATION, 11 * visible + hidden);
    Rbm start = rbm.copy();
    step(rbm, TinyRbms.repeating(visible, BATCH, STATES));
    for (Parameter parameter : Parameter.all(rbm)) {
      double step = (parameter.get(rbm) - parameter.get(start)) / RATE;
      assertEquals(parameter.slope(start), step, MONTE_CARLO_ERROR, parameter.toString());
    }
  }

  private static void step(Rbm rbm, ImageSet images) {
    RbmSettings settings =
        RbmSettings.builder()
            .hidden(rbm.hidden())
            .epochs(1)
            .batchSize(BATCH)
            .learningRate(RATE)
            .finalLearningRate(RATE)
            .momentum(0)
            .finalMomentum(0)
            .weightDecay(0)
            .gibbsSteps(40)
            .build();
    try (Workers workers = new Workers(2)) {
      new ContrastiveDivergence(rbm, settings, BATCH, workers)
          .step(TrainingRows.of(images), IntStream.range(0, BATCH).toArray(), 0, 0, Seed.root(5));
    }
  }

  /** A weight, or a bias where the other index is −1. */
  private record Parameter(int visible, int hidden) {
    static List<Parameter> all(Rbm rbm) {
      List<Parameter> parameters = new ArrayList<>();
      for (int i = -1; i < rbm.visible(); i++) {
        for (int j = -1; j < rbm.hidden(); j++) {
          if (i >= 0 || j >= 0) {
            parameters.add(new Parameter(i, j));
          }
        }
      }
      return parameters;
    }

    /** What the parameter multiplies in −E: v_i, h_j or v_i h_j. */
    private int statistic(int v, int h) {
      return (visible < 0 ? 1 : v >> visible & 1) * (hidden < 0 ? 1 : h >> hidden & 1);
    }

    /** Σ_h of the statistic times exp(−E). */
    private double weighted(Rbm rbm, int v) {
      double sum = 0;
      for (int h = 0; h < 1 << rbm.hidden(); h++) {
        sum += statistic(v, h) * Math.exp(TinyRbms.negativeEnergy(rbm, v, h));
      }
      return sum;
    }

    double meanOverData(Rbm rbm) {
      double sum = 0;
      for (int v : STATES) {
        sum += weighted(rbm, v) / TinyRbms.unnormalized(rbm, v);
      }
      return sum / STATES.length;
    }

    double meanOfModel(Rbm rbm) {
      double sum = 0;
      for (int v = 0; v < 1 << rbm.visible(); v++) {
        sum += weighted(rbm, v);
      }
      return sum / Math.exp(TinyRbms.logPartition(rbm));
    }

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

    /** Of the exact log-likelihood, by central differences. */
    double slope(Rbm rbm) {
      float up = get(rbm) + 1e-2f;
      float down = get(rbm) - 1e-2f;
      ImageSet few = TinyRbms.repeating(rbm.visible(), STATES.length, STATES);
      return (TinyRbms.meanLogLikelihood(with(rbm, up), few)
              - TinyRbms.meanLogLikelihood(with(rbm, down), few))
          / (up - down);
    }
  }
}
