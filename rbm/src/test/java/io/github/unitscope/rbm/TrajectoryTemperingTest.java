package io.github.unitscope.rbm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.tempering.Ladder;
import io.github.unitscope.stacks.training.TrainingListener;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrajectoryTemperingTest {
  /** All on or all off, the first twice as often: a machine that has learned it has two modes. */
  private static final int VISIBLE = 12;

  private static final int ALL = (1 << VISIBLE) - 1;
  private static final ImageSet PATTERNS = TinyRbms.repeating(VISIBLE, 300, ALL, ALL, 0);

  private static final RbmSettings SETTINGS =
      RbmSettings.TEMPERED_DEFAULTS.toBuilder()
          .hidden(4)
          .epochs(400)
          .batchSize(100)
          .learningRate(0.1)
          .finalLearningRate(0.005)
          .tempering(new Tempering(512))
          .build();

  private static Dbn train(RbmSettings settings, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new DbnTrainer(
              DbnSettings.of(List.of(4)).withAll(settings), workers, TrainingListener.NONE)
          .train(PATTERNS, PATTERNS, Seed.root(1));
    }
  }

  @Test
  void modesHaveTheWeightsOfTheData() {
    Dbn dbn = train(SETTINGS, 2);
    Rbm rbm = dbn.tiedLayers().get(0);
    double logPartition = TinyRbms.logPartition(rbm);
    double on = 0;
    for (int v = 0; v <= ALL; v++) {
      double share = Math.exp(TinyRbms.logUnnormalized(rbm, v) - logPartition);
      on += 2 * Integer.bitCount(v) > VISIBLE ? share : 0;
    }
    assertEquals(2.0 / 3, on, 0.03);
    double learned =
        Math.exp(TinyRbms.logUnnormalized(rbm, ALL) - logPartition)
            + Math.exp(TinyRbms.logUnnormalized(rbm, 0) - logPartition);
    assertTrue(learned > 0.7, "the probability of the two patterns is " + learned);
  }

  @Test
  void aLadderLeadsFromIndependentUnitsToTheMachine() {
    Dbn dbn = train(SETTINGS, 2);
    Ladder ladder = dbn.ladders().get(1);
    assertTrue(ladder.size() > 3, "rungs: " + ladder.size());
    double last = 0;
    for (Rbm rung : List.of(ladder.rungs().get(0), ladder.rungs().get(2), ladder.machine())) {
      double largest = 0;
      for (float[] row : rung.weights().toRows()) {
        for (float weight : row) {
          largest = Math.max(largest, Math.abs(weight));
        }
      }
      assertTrue(largest >= last, largest + " after " + last);
      last = largest;
    }
  }

  @Test
  void theSameBitsForAnyNumberOfThreads() {
    RbmSettings brief = SETTINGS.toBuilder().epochs(20).tempering(new Tempering(300)).build();
    Dbn one = train(brief, 1);
    Dbn three = train(brief, 3);
    assertArrayEquals(
        one.tiedLayers().get(0).weights().toRows(), three.tiedLayers().get(0).weights().toRows());
    assertEquals(one.rungs(1), three.rungs(1));
  }
}
