package io.github.unitscope.rbm.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.tempering.Ladder;
import io.github.unitscope.rbm.tempering.TwoModes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LadderArraysTest {
  private static final ImageShape SHAPE = ImageShape.grey(1, TwoModes.VISIBLE);
  private final Ladder ladder = TwoModes.ladder(4);
  private final Dbn dbn = new Dbn(SHAPE, List.of(ladder.machine())).withLadders(Map.of(1, ladder));

  @TempDir Path folder;

  @Test
  void aLadderComesBackBitForBit() {
    Path model = folder.resolve("model");
    Models.save(dbn, model);
    Dbn read = (Dbn) Models.load(model);
    assertEquals(4, read.rungs(1));
    for (int rung = 0; rung < 4; rung++) {
      Rbm expected = ladder.rungs().get(rung);
      Rbm actual = read.ladders().get(1).rungs().get(rung);
      assertArrayEquals(expected.weights().toRows(), actual.weights().toRows());
      assertArrayEquals(expected.visibleBias(), actual.visibleBias());
      assertArrayEquals(expected.hiddenBias(), actual.hiddenBias());
    }
  }

  @Test
  void aModelWithoutALadderHasNone() {
    Path model = folder.resolve("model");
    Models.save(new Dbn(SHAPE, List.of(ladder.machine())), model);
    assertEquals(0, ((Dbn) Models.load(model)).rungs(1));
  }

  @Test
  void aDamagedLadderIsRefusedInOneLine() throws IOException {
    float[] biases = new float[3 * TwoModes.VISIBLE];
    refuses("layer1.ladder.weights", arrays -> arrays.remove("layer1.ladder.weights"));
    refuses(
        "layer1.ladder.weights",
        arrays -> arrays.put("layer1.ladder.visibleBias", NpyArray.of(biases, biases.length)));
    refuses(
        "layer1.ladder.hiddenBias",
        arrays -> arrays.put("layer1.ladder.hiddenBias", NpyArray.of(new float[4], 2, 2)));
    float[] weights = new float[3 * TwoModes.VISIBLE * TwoModes.HIDDEN];
    weights[0] = 1;
    refuses(
        "the lowest rung of a ladder must have no weights",
        arrays ->
            arrays.put(
                "layer1.ladder.weights",
                NpyArray.of(weights, 3, TwoModes.VISIBLE, TwoModes.HIDDEN)));
    float[] broken = weights.clone();
    broken[0] = 0;
    broken[broken.length - 1] = Float.NaN;
    refuses(
        "not a finite number",
        arrays ->
            arrays.put(
                "layer1.ladder.weights",
                NpyArray.of(broken, 3, TwoModes.VISIBLE, TwoModes.HIDDEN)));
  }

  private void refuses(String words, Consumer<Map<String, NpyArray>> damage) throws IOException {
    Path model = Files.createTempDirectory(folder, "damaged").resolve("model");
    Models.save(dbn, model);
    Map<String, NpyArray> arrays = new TreeMap<>(DbnFormat.arrays(dbn));
    damage.accept(arrays);
    try (NpzWriter npz = NpzWriter.stored(Files.newOutputStream(model.resolve("weights.npz")))) {
      for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
        npz.add(array.getKey(), array.getValue());
      }
    }
    String message =
        assertThrows(InvalidInputException.class, () -> Models.load(model)).getMessage();
    assertTrue(message.contains(words), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void aLadderToAnotherMachineIsRefused() {
    Dbn other = new Dbn(SHAPE, List.of(ladder.machine().copy()));
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> other.withLadders(Map.of(1, ladder)));
    assertEquals("the ladder of layer 1 leads to another machine", e.getMessage());
  }
}
