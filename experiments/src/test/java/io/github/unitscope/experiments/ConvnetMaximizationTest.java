package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.Node;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.GlobalPooling;
import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Softmax;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.convnet.storage.ConvDescription;
import io.github.unitscope.convnet.storage.ConvFolder;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.testing.RandomValues;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code maximize}, {@code unimodality} and {@code reproduce o17} on a convolutional network. */
class ConvnetMaximizationTest {
  private static final int SIDE = 20;

  @TempDir static Path folder;
  private static Path model;
  private static Path dead;

  @BeforeAll
  static void writeModels() throws IOException {
    model = write("model", 0);
    // Nothing in [0, 1] turns the first layer on.
    dead = write("dead", -100);
  }

  private static Path write(String name, float firstBias) throws IOException {
    List<Node> nodes =
        List.of(
            new Node("edges", List.of(0), convolution(3, 6, 2, firstBias), Rectifier.RELU6),
            new Node("parts", List.of(1), convolution(6, 8, 1, 0), Rectifier.RELU),
            new Node("more", List.of(2), convolution(8, 8, 1, 0), Rectifier.RELU),
            Node.linear("pooled", List.of(3), GlobalPooling.AVERAGE),
            new Node(
                "classes",
                List.of(4),
                Convolution.dense(weights(8, 4, "classes"), new float[4]),
                Softmax.OVER_CHANNELS));
    ConvNetwork network =
        new ConvNetwork(
            new ImageShape(3, SIDE, SIDE),
            InputDeclaration.SIGNED,
            nodes,
            List.of("cat", "dog, hound", "1", "tree"));
    Path into = Files.createDirectories(folder.resolve(name));
    ConvDescription description = ConvDescription.of(network, 10, "", "test", null, 0);
    Files.writeString(into.resolve(ModelFiles.DESCRIPTION), Json.text(description));
    try (OutputStream out = Files.newOutputStream(into.resolve(ModelFiles.WEIGHTS));
        NpzWriter npz = NpzWriter.deflated(out)) {
      for (Map.Entry<String, NpyArray> array : ConvFolder.arrays(network).entrySet()) {
        npz.add(array.getKey(), array.getValue());
      }
    }
    return into;
  }

  private static Convolution convolution(int inputs, int outputs, int stride, float bias) {
    float[] biases = new float[outputs];
    Arrays.fill(biases, bias);
    Matrix weights = weights(inputs * 9, outputs, "w" + inputs + outputs);
    return new Convolution(Window.of(3, 3, stride, Padding.SAME), inputs, weights, biases);
  }

  private static Matrix weights(int rows, int columns, String what) {
    return RandomValues.matrix(Seed.root(7).derive(what), rows, columns, 1 / Math.sqrt(rows));
  }

  private static Path maximize(Path of, Object... more) throws IOException {
    Path out = Files.createTempDirectory(folder, "run").resolve("out");
    Object[] words = new Object[more.length + 8];
    Object[] first = {"maximize", "--model", of, "--out", out, "--quiet", "--steps", 25};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    CommandLine.succeed(words);
    assertTrue(Files.size(out.resolve("maximize.png")) > 500);
    return out;
  }

  private static NpyArray array(Path run, String name) {
    try (NpzReader npz = NpzReader.open(run.resolve("results.npz"))) {
      return npz.get(name);
    }
  }

  @Test
  void channelsOfANamedLayerByTheUsualPreset() throws IOException {
    Object[] options = {"--layer", "parts", "--units", "0-4", "--restarts", 2};
    Path run = maximize(model, options);
    NpyArray images = array(run, "images");
    assertArrayEquals(new int[] {5, 2, 3 * SIDE * SIDE}, images.shape());
    for (float pixel : images.floats()) {
      assertTrue(pixel >= 0 && pixel <= 1);
    }
    assertArrayEquals(array(run, "values").doubles(), array(run, "preactivations").doubles(), 1e-5);
    Path oneThread =
        maximize(model, "--layer", "parts", "--units", "0-4", "--restarts", 2, "--threads", 1);
    assertEquals(images, array(oneThread, "images"));
    Path alone = maximize(model, "--layer", "parts", "--units", "3", "--restarts", 2);
    float[] both = images.floats();
    int size = 2 * 3 * SIDE * SIDE;
    assertArrayEquals(
        Arrays.copyOfRange(both, 3 * size, 4 * size), array(alone, "images").floats());
  }

  @Test
  void everyPresetRuns() throws IOException {
    for (String preset : List.of("e09", "o17", "maco", "y15-1", "y15-2", "y15-3", "y15-4")) {
      Path run =
          maximize(model, "--layer", "parts", "--units", 1, "--restarts", 1, "--preset", preset);
      assertTrue(Double.isFinite(array(run, "values").doubles()[0]), preset);
    }
  }

  @Test
  void neuronInTheMiddleOnlyMovesWhatItSees() throws IOException {
    Path run =
        maximize(
            model,
            "--layer",
            "edges",
            "--units",
            0,
            "--at",
            "centre",
            "--restarts",
            1,
            "--parameterization",
            "pixels",
            "--transforms",
            "none");
    float[] image = array(run, "images").floats();
    float[] start = array(run, "starts").floats();
    int moved = 0;
    for (int i = 0; i < image.length; i++) {
      moved += image[i] == start[i] ? 0 : 1;
    }
    assertEquals(27, moved);
  }

  @Test
  void objectivesInWords() throws IOException {
    Path run =
        maximize(
            model,
            "--restarts",
            1,
            "--objective",
            "parts:1",
            "--objective",
            "parts:1 + 0.5*parts:2",
            "--objective",
            "-parts:1",
            "--objective",
            "parts",
            "--objective",
            "logit:hound",
            "--objective",
            "probability:2",
            "--objective",
            "probability:1");
    double[] values = array(run, "values").doubles();
    assertEquals(7, values.length);
    // A class may be called 1: its name comes before the number of another one.
    assertEquals(values[5], values[6], 0.05);
    // The greatest of a channel is above the least of it, which the third is the negative of.
    assertTrue(values[0] > -values[2] + 0.1, Arrays.toString(values));
    assertTrue(values[5] > 0 && values[5] < 1, Arrays.toString(values));
  }

  /** Places of units and names of classes have commas. */
  @Test
  void anObjectiveMayContainCommas() throws IOException {
    Object[] options = {"--restarts", 1, "--objective"};
    Path place =
        maximize(
            model, with(options, "parts:1@3,4", "--objective", "0.5*parts:2@3,4 - parts:1@5,6"));
    assertEquals(2, array(place, "values").doubles().length);
    Path at = maximize(model, "--restarts", 1, "--layer", "parts", "--units", 1, "--at", "3,4");
    assertArrayEquals(array(at, "values").doubles(), first(array(place, "values").doubles()));

    double[] named =
        array(maximize(model, with(options, "probability:dog, hound")), "values").doubles();
    double[] hound = array(maximize(model, with(options, "probability:hound")), "values").doubles();
    assertArrayEquals(hound, named, 0.05);
    CommandLine again = CommandLine.succeed("rerun", place, "--out", folder.resolve("commas"));
    assertTrue(again.out().contains("2 bit-equal"), again.out());
  }

  private static Object[] with(Object[] words, Object... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray();
  }

  private static double[] first(double[] values) {
    return new double[] {values[0]};
  }

  @Test
  void dreamBeginsAtAPhotograph() throws IOException {
    BufferedImage photograph = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    Graphics graphics = photograph.getGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 30, 40);
    Path file = folder.resolve("photograph.png");
    ImageIO.write(photograph, "png", file.toFile());
    Path run =
        maximize(
            model,
            "--objective",
            "parts",
            "--from",
            file,
            "--restarts",
            1,
            "--ascent",
            "momentum",
            "--rate",
            0.001);
    float[] start = array(run, "starts").floats();
    assertTrue(start[SIDE * SIDE / 2 + 2] > 0.95, "red on the left");
    assertTrue(start[SIDE * SIDE / 2 + SIDE - 3] < 0.05, "black on the right");
  }

  @Test
  void redirectionWakesANetworkThatIsOff() throws IOException {
    Object[] options = {"--layer", "more", "--units", 0, "--restarts", 1, "--transforms", "none"};
    Path still =
        maximize(
            dead,
            "--layer",
            "more",
            "--units",
            0,
            "--restarts",
            1,
            "--transforms",
            "none",
            "--redirect",
            0);
    assertArrayEquals(array(still, "starts").floats(), array(still, "images").floats());
    Path moved = maximize(dead, options);
    assertFalse(Arrays.equals(array(moved, "starts").floats(), array(moved, "images").floats()));
  }

  @Test
  void diversityKeepsTheStartsApart() throws IOException {
    double alike = similarity(maximize(model, "--layer", "parts", "--units", 2, "--restarts", 3));
    double kept =
        similarity(
            maximize(model, "--layer", "parts", "--units", 2, "--restarts", 3, "--diversity", 20));
    assertTrue(kept < alike, kept + " < " + alike);
  }

  /** The mean cosine between the differences of images from grey. */
  private static double similarity(Path run) {
    float[] images = array(run, "images").floats();
    int size = images.length / 3;
    double sum = 0;
    for (int a = 0; a < 3; a++) {
      int b = (a + 1) % 3;
      double ab = 0;
      double aa = 0;
      double bb = 0;
      for (int i = 0; i < size; i++) {
        double x = images[a * size + i] - 0.5;
        double y = images[b * size + i] - 0.5;
        ab += x * y;
        aa += x * x;
        bb += y * y;
      }
      sum += ab / Math.sqrt(aa * bb) / 3;
    }
    return sum;
  }

  @Test
  void unimodalityOfChannelsAndNeurons() {
    for (String at : List.of("channel", "centre")) {
      Path out = folder.resolve("unimodality-" + at);
      Object[] words = {
        "unimodality",
        "--model",
        model,
        "--layers",
        "edges,parts",
        "--units",
        "0-1",
        "--restarts",
        4,
        "--null",
        "none",
        "--preset",
        "e09",
        "--out",
        out,
        "--quiet"
      };
      Object[] placed = Arrays.copyOf(words, words.length + 2);
      placed[words.length] = "--at";
      placed[words.length + 1] = "centre";
      CommandLine.succeed(at.equals("centre") ? placed : words);
      assertTrue(Files.isRegularFile(out.resolve("layers.csv")));
    }
  }

  @Test
  void featuresAreReproducedInSmall() throws IOException {
    Path out = folder.resolve("features");
    CommandLine result =
        CommandLine.succeed(
            "reproduce",
            "o17",
            "--model",
            model,
            "--size",
            24,
            "--channels",
            4,
            "--compare",
            "0,1",
            "--classes",
            "0,3",
            "--steps",
            4,
            "--out",
            out);
    for (String name :
        List.of(
            "channels-edges",
            "regularizers",
            "directions",
            "diversity",
            "interpolation",
            "negative",
            "classes")) {
      assertTrue(Files.size(out.resolve(name + ".png")) > 1000, name);
    }
    assertEquals(1 + 2 * 2, Files.readAllLines(out.resolve("classes.csv")).size());
    assertTrue(result.out().contains("of 2 logit images"), result.out());
    CommandLine again =
        CommandLine.succeed("rerun", out, "--threads", 1, "--out", folder.resolve("again"));
    assertTrue(again.out().endsWith("19 bit-equal\n"), again.out());
  }

  @Test
  void layersAreListedWithTheirShapes() {
    String out = CommandLine.succeed("model", "show", "--model", model).out();
    assertTrue(out.contains("edges"), out);
    assertTrue(out.contains("6 × 10 × 10"), out);
    assertTrue(out.contains("3 × 3 every 2"), out);
    assertTrue(out.contains("4 classes"), out);
  }

  @Test
  void whatDoesNotWorkIsSaid() {
    wrong("unknown preset 'o18'; expected one of e09, maco, o17", "--preset", "o18");
    wrong("unknown layer 'nowhere'", "--layer", "nowhere");
    wrong("unknown channel 8 in layer parts", "--layer", "parts", "--units", 8);
    wrong("there is none at 99,0", "--layer", "parts", "--at", "99,0");
    wrong("unknown transform 'wobble'; expected one of jitter, pad", "--transforms", "wobble=1");
    wrong("unknown regularizer 'wobble'; expected one of bilateral", "--regularize", "wobble=1");
    wrong("unknown ascent 'newton'; expected one of adam", "--ascent", "newton");
    wrong("compares the values of one step", "--ascent", "projected");
    wrong("unknown class 'bird'", "--objective", "logit:bird");
    wrong("--diversity needs a layer", "--objective", "parts:1", "--diversity", 1);
    wrong("--size must be from 1", "--size", 0);
    wrong("the rate must be a positive number", "--rate", -1);
    wrong("cannot read", "--objective", "parts", "--from", folder.resolve("none.png"));
  }

  @Test
  void commandsThatNeedOtherModelsSaySo() {
    other("a linear combination of filters needs fully connected layers", "compare");
    other("a linear combination of filters needs fully connected layers", "combine");
    other("sampling needs a model with a distribution", "sample");
    other("gabor needs fully connected layers", "gabor");
    other("the model does not record what it was trained on", "finetune");
    other("likelihood needs a model of train dbn", "likelihood");
    other("--null none", "unimodality");
    other("the model does not record what it was trained on", "probe");
    other("the model does not record what it was trained on", "diagnose");
    other("the model does not record what it was trained on", "examples");
  }

  private static void other(String message, String command) {
    CommandLine result =
        CommandLine.run(command, "--model", model, "--out", folder.resolve("wrong"));
    assertTrue(result.code() > 0, command);
    assertTrue(result.err().contains(message), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertFalse(Files.exists(folder.resolve("wrong")));
  }

  private static void wrong(String message, Object... words) {
    Object[] all = new Object[words.length + 5];
    Object[] first = {"maximize", "--model", model, "--out", folder.resolve("wrong")};
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(words, 0, all, first.length, words.length);
    CommandLine result = CommandLine.run(all);
    assertTrue(result.code() > 0, () -> "no error for " + Arrays.toString(words));
    assertTrue(result.err().contains(message), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertFalse(Files.exists(folder.resolve("wrong")));
  }
}
