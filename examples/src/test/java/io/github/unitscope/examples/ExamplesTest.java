package io.github.unitscope.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.experiments.Unitscope;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.visualize.maximize.Maximization;
import io.github.unitscope.visualize.maximize.MaximizationResult;
import io.github.unitscope.visualize.regularize.Regularizers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example runs, and leaves what it says. */
class ExamplesTest {
  @TempDir static Path folder;

  /** The first one trains what most others look at. */
  @BeforeAll
  static void train() throws IOException {
    Example01TrainAndLook.main(arguments());
  }

  private static String[] arguments() {
    return new String[] {folder.toString()};
  }

  private static void command(String... words) {
    assertEquals(0, Unitscope.run(Terminal.system(), words), Arrays.toString(words));
  }

  /** A picture in which there is something to see. */
  private static void assertShows(String name) throws IOException {
    BufferedImage image = ImageIO.read(folder.resolve(name).toFile());
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    long colours = Arrays.stream(pixels).distinct().count();
    assertTrue(colours > 20, name + " has " + colours + " colours");
  }

  @Test
  void trainAndLookGivesTheBitsOfTheCommand() throws IOException {
    assertShows("units.png");
    Path trained = folder.resolve("command");
    command("train", "dbn", "--layers", "60,40", "--out", trained.toString());
    assertArrayEquals(weights(trained), weights(folder.resolve("dbn")));
    StoredModel model = Models.read(folder.resolve("dbn"));
    assertEquals("synthetic", model.trainedOn().data());
    assertEquals(
        Models.read(trained).trainedOn().meanInputNorm(), model.trainedOn().meanInputNorm());
  }

  private static float[] weights(Path model) {
    try (NpzReader npz = NpzReader.open(model.resolve("weights.npz"))) {
      return npz.get("layer2.weights").floats();
    }
  }

  @Test
  void objectiveInWords() throws IOException {
    Example02ObjectiveInWords.main(arguments());
    assertShows("objectives.png");
  }

  /** What is read with a model is enough: nobody has to give the norm again. */
  @Test
  void aModelThatWasReadKnowsItsNorm() {
    StoredModel model = Models.read(folder.resolve("dbn"));
    MaximizationResult read = Maximization.of(model).objective("2:7").restarts(1).run();
    MaximizationResult given =
        Maximization.of(model.network())
            .norm(model.trainedOn().meanInputNorm())
            .objective("2:7")
            .restarts(1)
            .run();
    assertArrayEquals(given.best().image(), read.best().image());
  }

  @Test
  void sampleWithUnitClamped() throws IOException {
    Example03SampleWithUnitClamped.main(arguments());
    assertShows("samples.png");
  }

  @Test
  void howGoodIsTheModel() throws IOException {
    Example04HowGoodIsTheModel.main(arguments());
    String said = Files.readString(folder.resolve("quality.txt"));
    Matcher numbers =
        Pattern.compile("log-likelihood (-\\d+\\.\\d) nats, test error (\\d+\\.\\d) %")
            .matcher(said);
    assertTrue(numbers.matches(), said);
    // Every pixel on with probability 1/2 gives −784 log 2 = −543; guessing is wrong 9 times of 10.
    double likelihood = Double.parseDouble(numbers.group(1));
    assertTrue(likelihood > -250 && likelihood < -40, said);
    assertTrue(Double.parseDouble(numbers.group(2)) < 20, said);
  }

  @Test
  void threeSideBySide() throws IOException {
    Example05ThreeSideBySide.main(arguments());
    assertShows("three.png");
  }

  @Test
  void ownNetwork() throws IOException {
    Example06OwnNetwork.main(arguments());
    assertTrue(Files.size(folder.resolve("halves.png")) > 0);
    Network halves = new Example06OwnNetwork.Halves(ImageShape.grey(8, 8));
    float[] best =
        Maximization.of(halves).objective("1:0").norm(4).restarts(1).run().best().image();
    for (int pixel = 0; pixel < 64; pixel++) {
      assertEquals(pixel < 32 ? 0.5 : -0.5, best[pixel], 1e-3);
    }
  }

  @Test
  void importKeras() throws IOException {
    Example07ImportKeras.main(arguments());
    assertShows("channels.png");
    Network stored = Models.load(folder.resolve("edges"));
    assertEquals(8, stored.layer("edges").shape().channels());
  }

  @Test
  void ownImages() throws IOException {
    Example08OwnImages.main(arguments());
    assertShows("bars.png");
    assertTrue(DatasetCatalog.names().contains("bars"));
  }

  @Test
  void ownRegularizer() throws IOException {
    Example09OwnRegularizer.main(arguments());
    assertShows("mirror.png");
    assertTrue(Regularizers.names().contains("mirror"));
    StoredModel model = Models.read(folder.resolve("dbn"));
    Maximization one = Maximization.of(model).objective("2:7").restarts(1);
    double without = asymmetry(one.run().best().image());
    double with = asymmetry(one.regularize("mirror=1").run().best().image());
    assertTrue(with < 0.5 * without, with + " and " + without);
  }

  private static double asymmetry(float[] image) {
    float[] gradient = new float[image.length];
    return new Example09OwnRegularizer.Mirror(1).penalty(ImageShape.grey(28, 28), image, gradient);
  }

  @Test
  void askARun() throws IOException {
    String run = folder.resolve("run").toString();
    String model = folder.resolve("dbn").toString();
    command("maximize", "--model", model, "--layer", "2", "--units", "0-3", "--out", run);
    Example10AskARun.main(arguments());
    List<String> table =
        Files.readAllLines(folder.resolve("responses.csv"), StandardCharsets.UTF_8);
    assertEquals("unit,trained,shuffled", table.get(0));
    assertEquals(5, table.size());
    for (String line : table.subList(1, 5)) {
      String[] cells = line.split(",");
      assertTrue(Double.parseDouble(cells[1]) > Double.parseDouble(cells[2]), line);
    }
  }
}
