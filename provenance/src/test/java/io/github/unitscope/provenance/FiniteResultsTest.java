package io.github.unitscope.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.NpyArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteResultsTest {
  @TempDir Path folder;

  private static String refusal(String name, NpyArray array) {
    return assertThrows(
            InvalidInputException.class, () -> FiniteResults.require("results.npz", name, array))
        .getMessage();
  }

  @Test
  void whatIsNoNumberIsNamedWithItsPlace() {
    String message = refusal("images", NpyArray.of(new float[] {1, Float.NaN}, 2));
    assertTrue(message.contains("(NaN at index 1 of 'images' in results.npz)"), message);
    refusal("layer1.values", NpyArray.of(new double[] {Double.NEGATIVE_INFINITY}, 1));
    FiniteResults.require("results.npz", "images", NpyArray.of(new float[] {Float.MAX_VALUE}, 1));
    FiniteResults.require("results.npz", "units", NpyArray.of(new int[] {1}, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"residuals", "layer2.medianGap", "rhat", "maximumValues", "a.dbn.l1.x"})
  void whatMayBeUndefinedMustNotBeInfinite(String name) {
    FiniteResults.require("results.npz", name, NpyArray.of(new double[] {Double.NaN}, 1));
    refusal(name, NpyArray.of(new double[] {Double.POSITIVE_INFINITY}, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nInfinity\n", "a,b\n1,-Infinity\n", "a,b\r\nInfinity,1\r\n"})
  void tablesMustNotBeInfinite(String csv) {
    assertThrows(InvalidInputException.class, () -> FiniteResults.requireTable("units.csv", csv));
  }

  @Test
  void aTableMaySpeakOfInfinity() {
    FiniteResults.requireTable("units.csv", "name,value\n\"Infinity, and beyond\",1\n");
  }

  @Test
  void aRunWithSuchResultsLeavesNothing() throws IOException {
    Path out = folder.resolve("run");
    Inputs inputs = Inputs.of("probe", Map.of("norm", 1e308), 7);
    Invocation invocation = new Invocation(List.of("probe"), 1, List.of());
    Map<String, NpyArray> arrays =
        Map.of("images", NpyArray.of(new float[] {Float.POSITIVE_INFINITY}, 1));
    try (RunFolder run = RunFolder.create(out, false, inputs, invocation, Versions.NO_BLAS)) {
      run.writeText("units.csv", "a\n1\n");
      assertThrows(InvalidInputException.class, () -> run.writeArrays("results.npz", arrays));
    }
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
