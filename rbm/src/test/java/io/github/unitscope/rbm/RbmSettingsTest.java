package io.github.unitscope.rbm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.InvalidInputException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class RbmSettingsTest {

  @TestFactory
  Stream<DynamicTest> everyValueOutOfItsRangeIsRefusedInOneLine() {
    return Stream.of(
        refused("no hidden units", () -> settings(0, 1, 1, 0.1, 0.5, 0, 1, 0.1, 0)),
        refused("no epochs", () -> settings(1, 0, 1, 0.1, 0.5, 0, 1, 0.1, 0)),
        refused("empty batch", () -> settings(1, 1, 0, 0.1, 0.5, 0, 1, 0.1, 0)),
        refused("rate of zero", () -> settings(1, 1, 1, 0, 0.5, 0, 1, 0.1, 0)),
        refused("rate is NaN", () -> settings(1, 1, 1, Double.NaN, 0.5, 0, 1, 0.1, 0)),
        refused("momentum of 1", () -> settings(1, 1, 1, 0.1, 1, 0, 1, 0.1, 0)),
        refused("negative decay", () -> settings(1, 1, 1, 0.1, 0.5, -1, 1, 0.1, 0)),
        refused("no Gibbs step", () -> settings(1, 1, 1, 0.1, 0.5, 0, 0, 0.1, 0)),
        refused("sparsity of 1", () -> settings(1, 1, 1, 0.1, 0.5, 0, 1, 1, 0)),
        refused("negative cost", () -> settings(1, 1, 1, 0.1, 0.5, 0, 1, 0.1, -1)),
        refused("no layer", () -> new DbnSettings(List.of(), RbmSettings.DEFAULTS)),
        refused("layer of zero", () -> new DbnSettings(List.of(5, 0), RbmSettings.DEFAULTS)));
  }

  private static void settings(
      int hidden,
      int epochs,
      int batch,
      double rate,
      double momentum,
      double decay,
      int steps,
      double sparsity,
      double cost) {
    new RbmSettings(
        hidden,
        epochs,
        batch,
        rate,
        0.1,
        momentum,
        0.9,
        5,
        decay,
        steps,
        false,
        sparsity,
        cost,
        Binarization.NONE);
  }

  private static DynamicTest refused(String name, Executable settings) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          InvalidInputException e = assertThrows(InvalidInputException.class, settings);
          assertEquals(1, e.getMessage().lines().count());
        });
  }
}
