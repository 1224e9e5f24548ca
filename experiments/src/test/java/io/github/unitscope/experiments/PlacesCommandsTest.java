package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.Node;
import io.github.unitscope.convnet.operation.ActivationFunction;
import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.MaxPooling;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Reshape;
import io.github.unitscope.convnet.operation.Softmax;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.convnet.storage.ConvDescription;
import io.github.unitscope.convnet.storage.ConvFolder;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.catalog.DataDirectory;
import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.network.storage.Sha256;
import io.github.unitscope.network.storage.StagedFolder;
import io.github.unitscope.provenance.Manifest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** deconv, occlude and correspond on a small convolutional network of random weights. */
class PlacesCommandsTest {
  private static final int FILTERS = 3;

  @TempDir static Path folder;
  private static Path model;
  private static Path tanh;
  private static float[][] kernels;

  @BeforeAll
  static void write() throws IOException {
    model = folder.resolve("model");
    tanh = folder.resolve("tanh");
    write(model, Rectifier.RELU);
    write(tanh, ActivationFunction.TANH);
  }

  /** 3×3 filters of the image, 2×2 max pooling, and ten classes. */
  private static void write(Path into, Operation nonlinearity) throws IOException {
    kernels = weights(9, FILTERS, "filters");
    Window three = Window.of(3, 3, 1, Padding.VALID);
    Window two = Window.of(2, 2, 2, Padding.VALID);
    List<Node> nodes =
        List.of(
            new Node(
                "conv",
                List.of(0),
                new Convolution(three, 1, Matrix.of(kernels), new float[FILTERS]),
                nonlinearity),
            Node.linear("pool", List.of(1), new MaxPooling(two)),
            Node.linear("flat", List.of(2), Reshape.flatten(ChannelOrder.CHANNELS_FIRST)),
            new Node(
                "classes",
                List.of(3),
                Convolution.dense(
                    Matrix.of(weights(FILTERS * 13 * 13, 10, "classes")), new float[10]),
                Softmax.OVER_CHANNELS));
    ConvNetwork network =
        new ConvNetwork(ImageShape.grey(28, 28), InputDeclaration.UNIT, nodes, List.of());
    ConvDescription description =
        ConvDescription.of(network, 5, "synthetic", "made by a test", null, 0);
    Files.createDirectories(into);
    Files.writeString(into.resolve(ModelFiles.DESCRIPTION), Json.text(description));
    try (NpzWriter npz =
        NpzWriter.stored(Files.newOutputStream(into.resolve(ModelFiles.WEIGHTS)))) {
      for (Map.Entry<String, NpyArray> array : ConvFolder.arrays(network).entrySet()) {
        npz.add(array.getKey(), array.getValue());
      }
    }
  }

  private static float[][] weights(int rows, int columns, String what) {
    SplitMix64 random = Seed.root(4).derive(what).stream();
    float[][] weights = new float[rows][columns];
    for (float[] row : weights) {
      for (int i = 0; i < columns; i++) {
        row[i] = (float) (random.nextGaussian() / Math.sqrt(rows));
      }
    }
    return weights;
  }

  private static Path run(Object... words) {
    Path out = folder.resolve("run" + System.nanoTime());
    List<Object> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--images", 200, "--out", out));
    CommandLine.succeed(all.toArray());
    return out;
  }

  private static NpyArray array(Path run, String name) {
    try (NpzReader npz = NpzReader.open(run.resolve("results.npz"))) {
      return npz.get(name);
    }
  }

  @Test
  void projectionsOfTheFirstLayerAreItsFilters() {
    Path run = run("deconv", "--model", model, "--layer", "conv", "--top", 4);
    float[][] deconvnet = array(run, "deconvnet").rows();
    float[][] gradient = array(run, "gradient").rows();
    float[] activations = array(run, "activations").floats();
    assertArrayEquals(new int[] {FILTERS, 4, 1, 3, 3}, array(run, "deconvnet").shape());
    for (int i = 0; i < FILTERS * 4; i++) {
      for (int k = 0; k < 9; k++) {
        float weight = kernels[k][i / 4];
        assertEquals(weight, gradient[3 * i + k / 3][k % 3], 1e-6f);
        assertEquals(activations[i] * weight, deconvnet[3 * i + k / 3][k % 3], 1e-5f);
      }
    }
  }

  /** A filter's response to its patch is the activation that is reported. */
  @Test
  void patchesAreWhatTheActivationsAreOf() {
    Path run = run("deconv", "--model", model, "--layer", "1", "--units", "1-2");
    float[][] patches = array(run, "patches").rows();
    float[] preactivations = array(run, "preactivations").floats();
    for (int i = 0; i < preactivations.length; i++) {
      double sum = 0;
      for (int k = 0; k < 9; k++) {
        sum += patches[3 * i + k / 3][k % 3] * kernels[k][1 + i / 9];
      }
      assertEquals(sum, preactivations[i], 1e-5);
      assertTrue(i % 9 == 0 || preactivations[i] <= preactivations[i - 1], "strongest first");
    }
    assertTrue(Files.exists(run.resolve("deconv.png")));
  }

  @Test
  void threadsDoNotChangeTheArrays() throws IOException {
    for (String command : List.of("deconv", "occlude")) {
      Path one = run(command, "--model", model, "--layer", "pool", "--threads", 1);
      Path two = run(command, "--model", model, "--layer", "pool", "--threads", 2);
      assertArrayEquals(
          Files.readAllBytes(one.resolve("results.npz")),
          Files.readAllBytes(two.resolve("results.npz")));
    }
  }

  @Test
  void occlusionWritesTheDocumentedArrays() throws IOException {
    Path run =
        run(
            "occlude",
            "--model",
            model,
            "--show",
            "0,7",
            "--square",
            9,
            "--stride",
            7,
            "--fill",
            "0",
            "--class",
            3);
    assertArrayEquals(new int[] {3, 10, 17, 24}, array(run, "centreRows").ints());
    assertArrayEquals(new int[] {2, 4, 4}, array(run, "totals").shape());
    assertArrayEquals(new int[] {3, 3}, array(run, "subjects").ints());
    for (double probability : array(run, "probabilities").doubles()) {
      assertTrue(probability > 0 && probability < 1);
    }
    for (int number : array(run, "mostProbable").ints()) {
      assertTrue(number >= 0 && number < 10);
    }
    float[] image = array(run, "images").rows()[1];
    int channel = array(run, "channels").ints()[1];
    assertEquals(pooledTotal(image, channel), array(run, "totalsUncovered").doubles()[1], 1e-4);
    // Position 6 of the second image: row 10, column 17, a square of 9.
    for (int row = 6; row < 15; row++) {
      Arrays.fill(image, 28 * row + 13, 28 * row + 22, 0);
    }
    assertEquals(pooledTotal(image, channel), array(run, "totals").doubles()[16 + 6], 1e-4);
    assertEquals(3, Files.readAllLines(run.resolve("occlusion.csv")).size());
  }

  /** The sum of a rectified and pooled feature map, worked out plainly. */
  private static double pooledTotal(float[] image, int channel) {
    double total = 0;
    for (int y = 0; y < 26; y += 2) {
      for (int x = 0; x < 26; x += 2) {
        double most = 0;
        for (int i = 0; i < 4; i++) {
          double sum = 0;
          for (int k = 0; k < 9; k++) {
            int pixel = 28 * (y + i / 2 + k / 3) + x + i % 2 + k % 3;
            sum += image[pixel] * kernels[k][channel];
          }
          most = Math.max(most, sum);
        }
        total += most;
      }
    }
    return total;
  }

  @Test
  void theClassFollowedIsTheLabelOfADigit() {
    Path run = run("occlude", "--model", model, "--show", "0-4", "--stride", 14);
    ImageSet digits = new DatasetCatalog(DataDirectory.of(folder)).load("synthetic").train();
    int[] labels = IntStream.range(0, 5).map(digits::label).toArray();
    assertArrayEquals(labels, array(run, "subjects").ints());
  }

  @Test
  void aNetworkOfTanhHasAGradientOnly() {
    CommandLine refused =
        CommandLine.run(
            "deconv", "--model", tanh, "--rules", "guided", "--out", folder.resolve("no"));
    assertEquals(Unitscope.FAILED, refused.code());
    assertTrue(refused.err().contains("ReLU"), refused.err());
    Path run = run("deconv", "--model", tanh, "--layer", "conv", "--top", 2);
    try (NpzReader npz = NpzReader.open(run.resolve("results.npz"))) {
      assertTrue(npz.names().contains("gradient"));
      assertTrue(npz.names().stream().noneMatch(List.of("guided", "deconvnet")::contains));
    }
  }

  @Test
  void correspondenceComparesPartsWithRandomPlaces() throws IOException {
    Path parts = folder.resolve("parts.csv");
    Files.writeString(
        parts,
        "image,part,row,column\n0,top,8,14\n3,top,8,14\n5,top,8,14\n0,foot,20,14\n"
            + "3,foot,20,14\n5,foot,20,13\n");
    Path run =
        run(
            "correspond",
            "--model",
            model,
            "--parts",
            parts,
            "--layers",
            "pool,classes",
            "--random",
            4);
    assertArrayEquals(new int[] {2, 2, 3}, array(run, "distances").shape());
    assertArrayEquals(new int[] {2, 12}, array(run, "randomDistances").shape());
    for (double distance : array(run, "distances").doubles()) {
      assertTrue(distance >= 0 && distance <= 1);
    }
    assertEquals(1 + 2 * 3, Files.readAllLines(run.resolve("correspondence.csv")).size());
  }

  /** The manifest's hash is of the places that were compared. */
  @Test
  void theFileOfPartsIsAnInputLikeTheData() throws IOException {
    Path parts = folder.resolve("hashed.csv");
    Files.writeString(parts, "image,part,row,column\n0,top,8,14\n3,top,8,14\n");
    Path run =
        run("correspond", "--model", model, "--parts", parts, "--layers", "pool", "--random", 1);
    Manifest manifest = Json.read(run.resolve(StagedFolder.MANIFEST), Manifest.class);
    assertEquals(Sha256.of(parts), manifest.inputs().dataFiles().get("--parts"));
  }

  @Test
  void thePhotographThatIsStartedFromIsAnInputLikeTheData() throws IOException {
    BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(20, 20, 0, 200);
    Path photograph = folder.resolve("start.png");
    ImageIO.write(image, "png", photograph.toFile());
    Path out = folder.resolve("from");
    CommandLine.succeed(
        "maximize",
        "--model",
        model,
        "--objective",
        "conv:0",
        "--from",
        photograph,
        "--steps",
        2,
        "--out",
        out);
    Manifest manifest = Json.read(out.resolve(StagedFolder.MANIFEST), Manifest.class);
    assertEquals(Map.of("--from", Sha256.of(photograph)), manifest.inputs().dataFiles());
    assertNull(manifest.inputs().data());
  }

  /** A pipe would be waited for. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void noCommandWaitsForAPipe() throws Exception {
    Path pipe = folder.resolve("pipe.png");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Path parts = folder.resolve("piped.csv");
    Files.writeString(parts, "image,part,row,column\n0,top,8,14\n3,top,8,14\n");
    Path run =
        run("correspond", "--model", model, "--parts", parts, "--layers", "pool", "--random", 1);
    Path out = folder.resolve("never");
    List<List<Object>> calls =
        List.of(
            List.of("show", pipe),
            List.of("rerun", pipe, "--out", out),
            List.of("diff", pipe, run),
            List.of("diff", run, pipe),
            List.of("model", "import", pipe, "--input", "unit", "--out", out),
            List.of("model", "import", run, "--labels", pipe, "--input", "unit", "--out", out),
            List.of("correspond", "--model", model, "--parts", pipe, "--out", out),
            List.of(
                "maximize",
                "--model",
                model,
                "--objective",
                "conv:0",
                "--from",
                pipe,
                "--out",
                out));
    for (List<Object> call : calls) {
      CommandLine result =
          assertTimeoutPreemptively(
              Duration.ofSeconds(60), () -> CommandLine.run(call.toArray()), call.toString());
      assertEquals(Unitscope.FAILED, result.code(), call.toString());
      assertEquals(1, result.err().lines().count(), result.err());
      assertTrue(result.err().contains("pipe.png"), result.err());
      assertTrue(result.err().contains("not a regular file"), result.err());
      assertFalse(Files.exists(out));
    }
  }

  @Test
  void wrongOptionsAreOneClearLine() throws IOException {
    Path parts = folder.resolve("wrong.csv");
    Files.writeString(parts, "image,part,row,column\n0,top,8,14\n3,top,28,14\n");
    Path out = folder.resolve("wrong");
    wrong("unknown rule 'relu'", "deconv", "--model", model, "--rules", "relu", "--out", out);
    wrong("unknown channel 3", "deconv", "--model", model, "--units", "3", "--out", out);
    wrong("unknown layer 'conv9'", "occlude", "--model", model, "--layer", "conv9", "--out", out);
    wrong("unknown class 'dog'", "occlude", "--model", model, "--class", "dog", "--out", out);
    wrong("1 to 28 pixels", "occlude", "--model", model, "--square", 29, "--out", out);
    wrong("write a number, or mean", "occlude", "--model", model, "--fill", "x", "--out", out);
    wrong("range", "occlude", "--model", model, "--fill", "2", "--out", out);
    wrong("--parts is missing", "correspond", "--model", model, "--out", out);
    wrong(
        "line 3: the row must be 0 to 27",
        "correspond",
        "--model",
        model,
        "--parts",
        parts,
        "--out",
        out);
  }

  private static void wrong(String message, Object... words) {
    CommandLine result = CommandLine.run(words);
    assertTrue(result.code() != Unitscope.DONE);
    assertTrue(result.err().contains(message), result.err());
    assertEquals(1, result.err().lines().filter(line -> !line.startsWith("warning")).count());
  }
}
