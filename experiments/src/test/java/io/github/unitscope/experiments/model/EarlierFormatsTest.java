package io.github.unitscope.experiments.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.experiments.CommandLine;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.storage.NpzReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What commit 71cb9e9 of November 2026 wrote is read by every later version. The models are of a
 * few units; {@code NAME.expected.csv} holds activations that the program of then computed.
 */
class EarlierFormatsTest {
  /** Kernels for other processors add in another order. */
  private static final double TOLERANCE = 1e-5;

  @TempDir Path folder;

  private static Path resource(String name) {
    try {
      return Path.of(EarlierFormatsTest.class.getResource("/formats/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where units are, and what they were then: layer,unit. */
  private static Map<String, Double> expected(String model) throws IOException {
    List<String> lines = Files.readAllLines(resource("models/" + model + ".expected.csv"));
    Map<String, Double> expected = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int comma = line.lastIndexOf(',');
      expected.put(line.substring(0, comma), Double.valueOf(line.substring(comma + 1)));
    }
    return expected;
  }

  private static float[] image(int size) {
    float[] image = new float[size];
    for (int i = 0; i < size; i++) {
      image[i] = (37 * i + 11) % 101 / 505f;
    }
    return image;
  }

  @ParameterizedTest
  @ValueSource(strings = {"dbn", "gaussian", "sdae", "finetune", "convnet", "imported"})
  void computesWhatItDidThen(String model) throws IOException {
    Network network = Models.load(resource("models/" + model));
    Map<String, Double> expected = expected(model);
    assertFalse(expected.isEmpty());
    Set<Readout> readouts =
        network.layers().stream()
            .map(layer -> new Readout(layer.index(), Quantity.ACTIVATION))
            .collect(Collectors.toSet());
    try (Pass pass = network.newPass(readouts)) {
      int row = pass.usableRows()[0];
      pass.input().writeRow(row, image(network.inputShape().size()));
      pass.forward();
      for (Layer layer : network.layers()) {
        Readout readout = new Readout(layer.index(), Quantity.ACTIVATION);
        for (int unit = 0; unit < Math.min(6, layer.units()); unit++) {
          String place = layer.index() + "," + unit;
          assertEquals(
              expected.remove(place), pass.output(readout).get(row, unit), TOLERANCE, place);
        }
      }
    }
    assertEquals(Map.of(), expected, "not computed any more");
  }

  /** Once the option's own name in Java stood here, with a number behind an @. */
  @Test
  void commandsNameTheFolderOfAModelThatTheyCannotUse() {
    for (String command : List.of("likelihood", "reproduce o17")) {
      List<Object> words = new ArrayList<>(List.of((Object[]) command.split(" ")));
      Path model = resource("models/sdae");
      words.addAll(List.of("--model", model, "--out", folder.resolve("run")));
      String said = CommandLine.run(words.toArray()).err();
      assertTrue(said.startsWith("unitscope: " + model + " "), said);
    }
  }

  @Test
  void showReadsRun() {
    String said = CommandLine.succeed("show", resource("runs/dbn")).out();
    assertTrue(said.contains("train dbn"), said);
    assertTrue(said.contains("--layers 6,4"), said);
  }

  /** Pictures have other pixels where there are other fonts: only the weights are compared. */
  @Test
  void rerunRepeatsRun() throws IOException {
    Path out = folder.resolve("again");
    CommandLine.run("rerun", resource("runs/dbn"), "--out", out, "--threads", 1);
    try (NpzReader then = NpzReader.open(resource("runs/dbn").resolve("weights.npz"));
        NpzReader now = NpzReader.open(out.resolve("weights.npz"))) {
      assertEquals(then.names(), now.names());
      for (String name : then.names()) {
        assertArrayEquals(then.get(name).floats(), now.get(name).floats(), 1e-4f, name);
      }
    }
  }
}
