package io.github.unitscope.rbm;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RbmSettingsTest {

  private static final RbmSettings GOOD = RbmSettings.DEFAULTS;

  /** The defaults but for one number. */
  private static RbmSettings with(String name, double value) {
    RbmSettings.Builder builder = RbmSettings.builder();
    switch (name) {
      case "hidden" -> builder.hidden((int) value);
      case "epochs" -> builder.epochs((int) value);
      case "batchSize" -> builder.batchSize((int) value);
      case "learningRate" -> builder.learningRate(value);
      case "finalLearningRate" -> builder.finalLearningRate(value);
      case "momentum" -> builder.momentum(value);
      case "finalMomentum" -> builder.finalMomentum(value);
      case "momentumEpochs" -> builder.momentumEpochs((int) value);
      case "weightDecay" -> builder.weightDecay(value);
      case "gibbsSteps" -> builder.gibbsSteps((int) value);
      case "sparsityTarget" -> builder.sparsityTarget(value);
      case "sparsityCost" -> builder.sparsityCost(value);
      default -> throw new IllegalArgumentException(name);
    }
    return builder.build();
  }

  @Test
  void aBuilderChangesWhatItIsToldAndNothingElse() {
    assertEquals(GOOD, RbmSettings.builder().build());
    assertEquals(RbmSettings.GAUSSIAN_DEFAULTS, RbmSettings.GAUSSIAN_DEFAULTS.toBuilder().build());
    RbmSettings changed = GOOD.toBuilder().gibbsSteps(3).persistent(true).build();
    assertEquals(3, changed.gibbsSteps());
    assertEquals(GOOD, changed.toBuilder().gibbsSteps(1).persistent(false).build());
  }

  @ParameterizedTest
  @CsvSource({
    "hidden, 0, hidden units",
    "epochs, 0, epochs",
    "batchSize, 0, batch size",
    "learningRate, 0, learning rate",
    "learningRate, NaN, learning rate",
    "learningRate, Infinity, learning rate",
    "finalLearningRate, -0.1, learning rate",
    "finalLearningRate, Infinity, learning rate",
    "momentum, 1, momentum",
    "momentum, -0.1, momentum",
    "finalMomentum, 1, momentum",
    "finalMomentum, NaN, momentum",
    "momentumEpochs, -1, momentum epochs",
    "weightDecay, -1, weight decay",
    "weightDecay, 1, weight decay",
    "gibbsSteps, 0, Gibbs steps",
    "sparsityTarget, 0, sparsity target",
    "sparsityTarget, 1, sparsity target",
    "sparsityCost, -1, sparsity cost",
    "sparsityCost, Infinity, sparsity cost"
  })
  void aValueOutOfItsRangeIsNamedInOneLine(String name, double value, String what) {
    String message =
        assertThrows(InvalidInputException.class, () -> with(name, value)).getMessage();
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.contains(what), message);
    assertTrue(message.contains(value == (int) value ? "not " + (int) value : "not " + value));
  }

  @ParameterizedTest
  @CsvSource({
    "hidden, 1",
    "epochs, 1",
    "batchSize, 1",
    "momentum, 0",
    "finalMomentum, 0.99",
    "momentumEpochs, 0",
    "weightDecay, 0",
    "gibbsSteps, 1",
    "sparsityCost, 0"
  })
  void aValueAtTheEndOfItsRangeIsAccepted(String name, double value) {
    assertDoesNotThrow(() -> with(name, value));
  }

  @Test
  void aNetworkWithoutLayersOrUnitsIsRefused() {
    assertThrows(InvalidInputException.class, () -> DbnSettings.of(List.of()));
    assertThrows(InvalidInputException.class, () -> DbnSettings.of(List.of(5, 0)));
  }

  @Test
  void onlyTheFirstLayerMakesItsDataBinary() {
    RbmSettings sampled = GOOD.toBuilder().binarize(Binarization.SAMPLE).build();
    DbnSettings settings = DbnSettings.of(List.of(5, 7)).withAll(sampled);
    assertEquals(sampled.withHidden(5), settings.layer(1));
    assertEquals(GOOD.withHidden(7), settings.layer(2));
  }
}
