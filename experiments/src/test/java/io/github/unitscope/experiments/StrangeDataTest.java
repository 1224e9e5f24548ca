package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models and methods on photographs of users: other shapes, colours, broken and empty pictures. */
class StrangeDataTest {
  @TempDir static Path folder;

  private static Path photographs;

  @BeforeAll
  static void drawPhotographs() throws IOException {
    photographs = Files.createDirectories(folder.resolve("photographs"));
    for (int i = 0; i < 4; i++) {
      ImageIO.write(
          discs(i), "png", photographs.resolve(String.format(Locale.ROOT, "p%d.png", i)).toFile());
    }
    Files.write(photographs.resolve("broken.jpg"), new byte[] {1, 2, 3});
  }

  private static BufferedImage discs(int seed) {
    SplitMix64 random = Seed.root(seed).stream();
    BufferedImage image = new BufferedImage(60, 48, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int i = 0; i < 80; i++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      int size = 4 + random.nextInt(20);
      graphics.fillOval(random.nextInt(60) - 5, random.nextInt(48) - 5, size, size);
    }
    graphics.dispose();
    return image;
  }

  private static CommandLine train(String kind, Path out, Object... options) {
    List<Object> all = new ArrayList<>(List.of("train", kind, "--layers", "7,5", "--epochs", 1));
    all.addAll(List.of("--first-epochs", 1, "--patches", 300, "--out", out));
    all.addAll(List.of(options));
    return CommandLine.run(all.toArray());
  }

  private static void assertFinite(Path run, int inputs) {
    try (NpzReader npz = NpzReader.open(run.resolve("results.npz"))) {
      for (String name : npz.names()) {
        NpyArray array = npz.get(name);
        if (array.type() == NpyType.FLOAT32) {
          for (float value : array.floats()) {
            assertTrue(Float.isFinite(value), name);
          }
        }
        if (name.endsWith("images")) {
          assertEquals(inputs, array.shape()[array.shape().length - 1], name);
        }
      }
    }
  }

  /** Everything that looks at a model, on both kinds, in grey 12×12 and in colour 9×7. */
  @Test
  void allMethodsWorkOnGreyAndColourPatches() {
    for (String kind : List.of("dbn", "sdae")) {
      lookAt(kind, folder.resolve(kind + "-grey"), 144);
      lookAt(kind, folder.resolve(kind + "-colour"), 3 * 9 * 7, "--colour", "--patch-size", "9x7");
    }
  }

  private static void lookAt(String kind, Path model, int inputs, Object... patches) {
    List<Object> data = new ArrayList<>(List.of("--photographs", photographs));
    data.addAll(List.of(patches));
    CommandLine trained = train(kind, model, data.toArray());
    assertEquals(0, trained.code(), trained.err());
    assertTrue(trained.err().contains("warning: " + photographs.resolve("broken.jpg")));
    List<String> commands = new ArrayList<>(List.of("maximize", "combine", "compare"));
    if (kind.equals("dbn")) {
      commands.add("sample");
    }
    for (String command : commands) {
      Path out = model.resolveSibling(model.getFileName() + "-" + command);
      CommandLine.succeed(command, "--model", model, "--layer", 2, "--units", "0-2", "--out", out);
      assertFinite(out, inputs);
    }
    Path gabor = model.resolveSibling(model.getFileName() + "-gabor");
    CommandLine.succeed("gabor", "--model", model, "--out", gabor);
    assertFinite(gabor, inputs);
    Path study = model.resolveSibling(model.getFileName() + "-unimodality");
    CommandLine.succeed(
        "unimodality", "--model", model, "--units", "0-2", "--restarts", 3, "--out", study);
    assertFinite(study, inputs);
  }

  @Test
  void theChoicesThatMadeThePatchesAreRecorded() {
    Path model = folder.resolve("recorded");
    CommandLine result =
        train("sdae", model, "--photographs", photographs, "--whitening", "zca", "--patch-size", 6);
    assertEquals(0, result.code(), result.err());
    String manifest = Json.text(Json.read(model.resolve("manifest.json"), Object.class));
    assertTrue(manifest.contains("\"ZCA\""), manifest);
    assertTrue(manifest.contains("p3.png"), manifest);
    assertFalse(manifest.contains("broken.jpg"), manifest);
  }

  @Test
  void pixelsThatNeverChangeAreNoProblem() {
    Path model = folder.resolve("natural");
    CommandLine result = train("dbn", model, "--photographs", photographs, "--contrast", "natural");
    assertEquals(0, result.code(), result.err());
  }

  @Test
  void aFolderOfEmptyPicturesIsOneLine() throws IOException {
    Path flat = Files.createDirectories(folder.resolve("flat"));
    BufferedImage white = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(white, "png", flat.resolve("white.png").toFile());
    Path out = folder.resolve("flat-model");
    CommandLine result = train("sdae", out, "--photographs", flat);
    assertEquals(Unitscope.FAILED, result.code());
    assertTrue(result.err().contains("white.png is left out: all of its pixels are the same"));
    String last = result.err().lines().reduce((a, b) -> b).orElseThrow();
    assertTrue(last.contains("no photograph that can be used"), last);
    assertFalse(Files.exists(out));
  }

  @Test
  void theSamePatchesForAnyNumberOfThreads() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    train("dbn", one, "--photographs", photographs, "--threads", 1);
    train("dbn", two, "--photographs", photographs, "--threads", 2);
    assertArrayEquals(
        Files.readAllBytes(one.resolve("weights.npz")),
        Files.readAllBytes(two.resolve("weights.npz")));
  }
}
