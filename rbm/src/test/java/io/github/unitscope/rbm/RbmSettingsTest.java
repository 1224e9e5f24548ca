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

  /** All numbers of the defaults but one. */
  private static void with(String name, double value) {
    new RbmSettings(
        (int) choose("hidden", GOOD.hidden(), name, value),
        (int) choose("epochs", GOOD.epochs(), name, value),
        (int) choose("batchSize", GOOD.batchSize(), name, value),
        choose("learningRate", GOOD.learningRate(), name, value),
        choose("finalLearningRate", GOOD.finalLearningRate(), name, value),
        choose("momentum", GOOD.momentum(), name, value),
        choose("finalMomentum", GOOD.finalMomentum(), name, value),
        (int) choose("momentumEpochs", GOOD.momentumEpochs(), name, value),
        choose("weightDecay", GOOD.weightDecay(), name, value),
        (int) choose("gibbsSteps", GOOD.gibbsSteps(), name, value),
        GOOD.persistent(),
        choose("sparsityTarget", GOOD.sparsityTarget(), name, value),
        choose("sparsityCost", GOOD.sparsityCost(), name, value),
        GOOD.binarize());
  }

  private static double choose(String own, double good, String name, double value) {
    return own.equals(name) ? value : good;
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
    assertThrows(InvalidInputException.class, () -> new DbnSettings(List.of(), GOOD));
    assertThrows(InvalidInputException.class, () -> new DbnSettings(List.of(5, 0), GOOD));
  }

  @Test
  void onlyTheFirstLayerMakesItsDataBinary() {
    RbmSettings sampled = GOOD.withBinarize(Binarization.SAMPLE);
    DbnSettings settings = new DbnSettings(List.of(5, 7), sampled);
    assertEquals(sampled.withHidden(5), settings.layer(1));
    assertEquals(GOOD.withHidden(7), settings.layer(2));
  }
}
