package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.StagedFolder;
import io.github.unitscope.provenance.Manifest;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.combine.CombinationResult;
import io.github.unitscope.visualize.figures.Figures;
import io.github.unitscope.visualize.maximize.Maximization;
import io.github.unitscope.visualize.maximize.MaximizationResult;
import io.github.unitscope.visualize.sample.Sampling;
import io.github.unitscope.visualize.sample.SamplingResult;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program gets the bits and the pictures that a command leaves. */
class FrontDoorTest {
  @TempDir static Path folder;
  private static Path path;
  private static StoredModel model;

  @BeforeAll
  static void train() {
    path = folder.resolve("model");
    CommandLine.succeed("train", "dbn", "--layers", "24,18", "--epochs", 1, "--out", path);
    model = Models.read(path);
  }

  private static Path run(String command, Object... words) {
    Path out = folder.resolve(command + words.length);
    List<Object> all = new ArrayList<>(List.of(command, "--model", path, "--out", out));
    all.addAll(List.of("--layer", 2, "--units", "3,7", "--seed", 5));
    all.addAll(List.of(words));
    CommandLine.succeed(all.toArray());
    return out;
  }

  private static float[] array(Path run, String name) {
    try (NpzReader npz = NpzReader.open(run.resolve("results.npz"))) {
      return npz.get(name).floats();
    }
  }

  private static float[] joined(List<float[]> rows) {
    float[] all = new float[rows.size() * rows.get(0).length];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, all, i * rows.get(0).length, rows.get(0).length);
    }
    return all;
  }

  /** The same to the last pixel, with the line that the command writes below its pictures. */
  private static void assertSamePicture(Path run, String name, Figures figures) throws IOException {
    Manifest manifest = Json.read(run.resolve(StagedFolder.MANIFEST), Manifest.class);
    String identity = manifest.identity().substring(0, 12);
    Path file = folder.resolve("figure.png");
    figures
        .caption(String.format(Locale.ROOT, "Model model, seed 5, run %s.", identity))
        .save(file);
    assertArrayEquals(pixels(run.resolve(name)), pixels(file));
  }

  private static int[] pixels(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    int width = image.getWidth();
    return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
  }

  @Test
  void maximization() throws IOException {
    Path run = run("maximize", "--restarts", 3);
    MaximizationResult found =
        Maximization.of(model.network())
            .layer(2)
            .units(3, 7)
            .norm(model.meanInputNorm())
            .restarts(3)
            .seed(5)
            .threads(1)
            .run();
    List<float[]> images = new ArrayList<>();
    found.maxima().forEach(unit -> unit.restarts().forEach(best -> images.add(best.image())));
    assertArrayEquals(array(run, "images"), joined(images));
    assertSamePicture(run, "maximize.png", Figures.of(found));
    MaximizationResult objective =
        Maximization.of(model.network())
            .objective("2:7")
            .norm(model.meanInputNorm())
            .restarts(3)
            .seed(5)
            .run();
    assertArrayEquals(found.maxima().get(1).best().image(), objective.best().image());
  }

  @Test
  void sampling() throws IOException {
    Path run = run("sample");
    SamplingResult found = Sampling.of(model.network()).layer(2).units(3, 7).seed(5).run();
    List<float[]> means = found.samples().stream().map(unit -> unit.mean()).toList();
    assertArrayEquals(array(run, "mean"), joined(means));
    assertSamePicture(run, "sample.png", Figures.of(found));
  }

  @Test
  void combination() {
    Path run = run("combine");
    CombinationResult found = Combination.of(model.network()).layer(2).units(3, 7).run();
    List<float[]> images = found.combinations().stream().map(Combination::image).toList();
    assertArrayEquals(array(run, "images"), joined(images));
  }
}
