package io.github.unitscope.stacks.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.stacks.training.TrainingDivergedException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FineTunerTest {
  private static final Dataset DIGITS = SmallDigits.dataset(true);
  private static final LogisticStack STACK = SmallDigits.stack(DIGITS.shape(), 40, 30);
  private static final Seed SEED = Seed.root(3);

  private static FineTuneSettings settings(int epochs, double rate, double maxNorm, int patience) {
    return FineTuneSettings.builder()
        .epochs(epochs)
        .batchSize(20)
        .learningRate(rate)
        .finalLearningRate(rate / 10)
        .inputDropout(0.1)
        .hiddenDropout(0.2)
        .weightDecay(1e-5)
        .maxNorm(maxNorm)
        .patience(patience)
        .build();
  }

  private static FineTuned train(FineTuneSettings settings, Seed seed, int threads) {
    try (Workers workers = new Workers(threads)) {
      return new FineTuner(settings, workers, FineTuneListener.NONE).train(STACK, DIGITS, seed);
    }
  }

  @Test
  void beforeFineTuningDeeplearning4jGivesTheActivationsOfTheStack() {
    TunableNetwork tunable = TunableNetwork.of(STACK, 10, FineTuneSettings.DEFAULTS);
    Readout top = new Readout(2, Quantity.ACTIVATION);
    try (Pass pass = STACK.newPass(Set.of(new Readout(1, Quantity.ACTIVATION), top))) {
      int inputs = DIGITS.shape().size();
      float[] pixels = new float[inputs];
      for (int image = 0; image < 5; image++) {
        DIGITS.test().read(image, pixels);
        int row = pass.usableRows()[image];
        pass.input().writeRow(row, pixels);
        pass.forward();
        INDArray input = Nd4j.create(pixels, new long[] {1, inputs}, 'c');
        List<INDArray> layers = tunable.network().feedForward(input, false);
        for (int layer = 1; layer <= 2; layer++) {
          float[] ours = new float[STACK.layer(layer).units()];
          pass.output(new Readout(layer, Quantity.ACTIVATION)).readRow(row, ours);
          assertArrayEquals(ours, layers.get(layer).dup().data().asFloat(), 1e-5f);
        }
      }
    }
  }

  @Test
  void theWayIntoDeeplearning4jAndBackKeepsEveryBit() {
    Classifier classifier = TunableNetwork.of(STACK, 10, FineTuneSettings.DEFAULTS).classifier();
    for (int layer = 1; layer <= 2; layer++) {
      assertArrayEquals(STACK.weights(layer).toRows(), classifier.weights(layer).toRows());
      assertArrayEquals(STACK.biases(layer), classifier.biases(layer));
    }
    assertEquals(10, classifier.classes());
  }

  @Test
  void theBestEpochBeatsGuessingAndIsKeptAndTheStackStaysAsItWas() {
    float[][] before = STACK.weights(1).toRows();
    FineTuned tuned = train(settings(8, 0.1, 0, 8), SEED, 2);
    assertTrue(tuned.best().validationError() < 0.25, tuned.best().toString());
    assertArrayEquals(before, STACK.weights(1).toRows());
    FineTuneEpoch best =
        tuned.epochs().stream()
            .min(
                Comparator.comparing(FineTuneEpoch::validationError)
                    .thenComparing(FineTuneEpoch::validationLoss))
            .orElseThrow();
    assertEquals(best, tuned.best());
    try (Workers workers = new Workers(1)) {
      Predictions again = tuned.classifier().predict(DIGITS.validation(), workers);
      assertEquals(best.validationError(), again.error());
      assertEquals(best.validationLoss(), again.loss());
    }
  }

  @Test
  void trainingStopsWhenPatienceIsOver() {
    // With so much dropped and such large steps the error goes up and down.
    FineTuneSettings restless =
        FineTuneSettings.builder()
            .epochs(30)
            .batchSize(20)
            .learningRate(0.5)
            .finalLearningRate(0.5)
            .momentum(0.99)
            .inputDropout(0)
            .hiddenDropout(0.9)
            .patience(3)
            .build();
    FineTuned tuned = train(restless, SEED, 2);
    int after = tuned.epochs().size() - tuned.best().epoch();
    assertTrue(tuned.epochs().size() < 30 && after == 3, tuned.epochs().toString());
  }

  @Test
  void theSameSeedGivesTheSameBitsForAnyNumberOfThreads() {
    FineTuneSettings two = settings(2, 0.1, 3, 5);
    Classifier one = train(two, SEED, 1).classifier();
    Classifier again = train(two, SEED, 2).classifier();
    Classifier other = train(two, Seed.root(4), 2).classifier();
    assertArrayEquals(first(one).toRows(), first(again).toRows());
    assertFalse(Arrays.deepEquals(first(one).toRows(), first(other).toRows()));
  }

  private static Matrix first(Classifier classifier) {
    return classifier.hidden().get(0).weights();
  }

  @Test
  void maxNormBoundsTheWeightsThatComeIntoAUnit() {
    Classifier tuned = train(settings(1, 0.1, 0.7, 5), SEED, 2).classifier();
    double smallest = Double.MAX_VALUE;
    for (LogisticLayer layer : tuned.hidden()) {
      Matrix weights = layer.weights();
      for (int unit = 0; unit < weights.columns(); unit++) {
        double square = 0;
        for (int input = 0; input < weights.rows(); input++) {
          square += weights.get(input, unit) * weights.get(input, unit);
        }
        assertTrue(Math.sqrt(square) < 0.7 + 1e-4, "norm " + Math.sqrt(square));
        smallest = Math.min(smallest, Math.sqrt(square));
      }
    }
    // Random weights have a norm of 2: all are at the bound, and none is cut further.
    assertTrue(smallest > 0.6, "norm " + smallest);
  }

  @Test
  void adamLearnsToo() {
    FineTuneSettings adam =
        FineTuneSettings.builder()
            .epochs(5)
            .batchSize(20)
            .optimizer(Optimizer.ADAM)
            .learningRate(3e-3)
            .finalLearningRate(3e-4)
            .inputDropout(0)
            .hiddenDropout(0)
            .patience(5)
            .build();
    assertTrue(train(adam, SEED, 2).best().validationError() < 0.25);
  }

  @Test
  void divergingTrainingSaysSoAndWhatToDo() {
    FineTuneSettings wild =
        FineTuneSettings.builder()
            .epochs(3)
            .batchSize(20)
            .learningRate(1e6)
            .finalLearningRate(1e6)
            .inputDropout(0)
            .hiddenDropout(0)
            .build();
    TrainingDivergedException e =
        assertThrows(TrainingDivergedException.class, () -> train(wild, SEED, 2));
    assertTrue(e.getMessage().contains("diverged in epoch 1"), e.getMessage());
    assertTrue(e.getMessage().contains("smaller --rate"), e.getMessage());
    assertTrue(e.lastGood(FineTuned.class).isEmpty());
  }

  @Test
  void imagesWithoutLabelsOrOfAnotherShapeAreRefused() {
    try (Workers workers = new Workers(1)) {
      FineTuner tuner = new FineTuner(settings(1, 0.1, 0, 1), workers, FineTuneListener.NONE);
      InvalidInputException unlabelled =
          assertThrows(
              InvalidInputException.class,
              () -> tuner.train(STACK, SmallDigits.dataset(false), SEED));
      assertTrue(unlabelled.getMessage().contains("without a label"), unlabelled.getMessage());
      LogisticStack other = SmallDigits.stack(ImageShape.grey(9, 7), 5);
      assertThrows(InvalidInputException.class, () -> tuner.train(other, DIGITS, SEED));
    }
  }

  @Test
  void validationImagesThatAreTrainedOnAreRefused() {
    Dataset overlapping =
        new Dataset(
            "overlap", DIGITS.range(), DIGITS.train(), DIGITS.train(), DIGITS.test(), List.of());
    try (Workers workers = new Workers(1)) {
      FineTuner tuner = new FineTuner(settings(1, 0.1, 0, 1), workers, FineTuneListener.NONE);
      InvalidInputException e =
          assertThrows(InvalidInputException.class, () -> tuner.train(STACK, overlapping, SEED));
      assertTrue(e.getMessage().contains("among its training images"), e.getMessage());
    }
  }
}
