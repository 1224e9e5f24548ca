package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of bad input gets one line that says what to do, its exit code, and leaves nothing.
 */
class BadInputTest {
  private static final int FAILED = Unitscope.FAILED;
  private static final int WRONG_USAGE = Unitscope.WRONG_USAGE;
  private static final int INPUTS = 784;

  @TempDir static Path folder;
  private static Path model;

  /**
   * @param says a part of the one line of the error
   */
  private record Case(String name, int code, String says, Object... arguments) {}

  @BeforeAll
  static void trainOneModel() {
    model = folder.resolve("good");
    CommandLine.succeed("train", "dbn", "--layers", "12,8", "--epochs", 1, "--out", model);
  }

  @TestFactory
  Stream<DynamicTest> wrongCommandLine() {
    return check(
        new Case("unknown command", WRONG_USAGE, "unknown command 'frobnicate'", "frobnicate"),
        new Case("half a command", WRONG_USAGE, "train dbn", "train"),
        new Case("unknown option", WRONG_USAGE, "--frobnicate", "maximize", "--frobnicate", 1),
        new Case("value is no number", WRONG_USAGE, "--seed", "compare", "--seed", "seven"),
        new Case("value is missing", WRONG_USAGE, "--seed", "compare", "--seed"),
        new Case("model is missing", WRONG_USAGE, "--model", "maximize"),
        new Case("no threads", WRONG_USAGE, "--threads", look("maximize", "--threads", 0)),
        new Case("unknown layer", WRONG_USAGE, "unknown layer 3", look("combine", "--layer", 3)),
        new Case("unknown unit", WRONG_USAGE, "unknown unit 8", look("sample", "--units", "0-8")),
        new Case(
            "endless units", WRONG_USAGE, "unknown unit", look("sample", "--units", "0-999999999")),
        new Case("unreadable units", WRONG_USAGE, "--units 3-", look("maximize", "--units", "3-")),
        new Case("no restarts", WRONG_USAGE, "--restarts", look("maximize", "--restarts", 0)),
        new Case("norm of zero", WRONG_USAGE, "norm", look("maximize", "--norm", 0)),
        new Case("norm is NaN", WRONG_USAGE, "norm", look("maximize", "--norm", "NaN")),
        new Case("empty box", WRONG_USAGE, "bounds", look("maximize", "--box", "1,0")),
        new Case("box of one", WRONG_USAGE, "--box", look("maximize", "--box", "1")),
        new Case(
            "norm and box", WRONG_USAGE, "exclude", look("maximize", "--norm", 1, "--box", "0,1")),
        new Case("tolerance of 2", WRONG_USAGE, "tolerance", look("maximize", "--tolerance", 2)),
        new Case("no chains", WRONG_USAGE, "chains", look("sample", "--chains", 0)),
        new Case("share of 0", WRONG_USAGE, "share", look("combine", "--share", 0)),
        new Case("share of 2", WRONG_USAGE, "share", look("combine", "--share", 2)),
        new Case(
            "one restart says nothing",
            WRONG_USAGE,
            "--restarts must be at least 2",
            look("unimodality", "--restarts", 1)),
        new Case("threshold of 1", WRONG_USAGE, "threshold", look("unimodality", "--threshold", 1)),
        new Case(
            "unknown null model",
            WRONG_USAGE,
            "--null: unknown value 'random'",
            look("unimodality", "--null", "random")),
        new Case(
            "unknown layer among others",
            WRONG_USAGE,
            "unknown layer 7",
            look("unimodality", "--layers", "1,7")),
        new Case("unknown start", WRONG_USAGE, "--start", look("maximize", "--start", "black")),
        new Case(
            "negative strongest", WRONG_USAGE, "connections", look("combine", "--strongest", -1)),
        new Case("negative rate", WRONG_USAGE, "learning rate", train("--rate", -0.1)),
        new Case("layer without units", WRONG_USAGE, "hidden units", train("--layers", "10,0")),
        new Case(
            "unknown dataset", WRONG_USAGE, "unknown dataset 'cifar'", train("--data", "cifar")),
        new Case(
            "unknown whitening",
            WRONG_USAGE,
            "--whitening",
            train("--data", "leaves", "--whitening", "pca")),
        new Case(
            "patches of no pixels",
            WRONG_USAGE,
            "patch",
            train("--data", "leaves", "--patch-size", 0)),
        new Case(
            "patch size that cannot be read",
            WRONG_USAGE,
            "--patch-size",
            train("--data", "leaves", "--patch-size", "12by12")),
        new Case(
            "patches larger than any",
            WRONG_USAGE,
            "from 2 to 256 pixels, not 999",
            train("--data", "leaves", "--patch-size", 999)),
        new Case(
            "a side of one pixel",
            WRONG_USAGE,
            "from 2 to 256 pixels, not 1",
            train("--data", "leaves", "--patch-size", "9x1")),
        new Case(
            "half a patch size",
            WRONG_USAGE,
            "--patch-size 12x cannot be read",
            train("--data", "leaves", "--patch-size", "12x")),
        new Case(
            "unknown contrast",
            WRONG_USAGE,
            "--contrast",
            train("--data", "leaves", "--contrast", "some")),
        new Case(
            "deviation is NaN",
            WRONG_USAGE,
            "deviation",
            train("--data", "leaves", "--deviation", "NaN")),
        new Case(
            "contrast that no patch has",
            WRONG_USAGE,
            "least contrast",
            train("--data", "leaves", "--least-contrast", 1)),
        new Case("no patches", WRONG_USAGE, "patches", train("--data", "leaves", "--patches", 0)),
        new Case("patches of digits", WRONG_USAGE, "no patches", train("--patch-size", 9)),
        new Case(
            "patches of MNIST",
            WRONG_USAGE,
            "--data mnist has no patches",
            train("--data", "mnist", "--patches", 500)),
        new Case(
            "colour of MNIST",
            WRONG_USAGE,
            "--data mnist has no patches",
            train("--data", "mnist", "--colour")),
        new Case(
            "whitening of digits",
            WRONG_USAGE,
            "--data synthetic has no patches",
            train("--data", "synthetic", "--whitening", "zca")),
        new Case(
            "photographs and digits",
            WRONG_USAGE,
            "go together",
            train("--data", "mnist", "--photographs", folder)),
        new Case(
            "photographs without a folder",
            WRONG_USAGE,
            "--photographs",
            train("--data", "photographs")),
        new Case("reproduce needs a word", WRONG_USAGE, "one more word", "reproduce"),
        new Case(
            "digits that are patches",
            WRONG_USAGE,
            "--digits",
            "reproduce",
            "figure1",
            "--digits",
            "leaves"),
        new Case(
            "scenes that are digits",
            WRONG_USAGE,
            "--scenes",
            "reproduce",
            "figure3",
            "--digits",
            "synthetic",
            "--scenes",
            "synthetic"),
        new Case("fetch nothing", WRONG_USAGE, "data fetch mnist", "data", "fetch"),
        new Case(
            "fetch what is drawn", WRONG_USAGE, "one of kodak, mnist", "data", "fetch", "leaves"),
        new Case("mirror that is no address", WRONG_USAGE, "--mirror kodak", fetch("kodak")),
        new Case("mirror of another kind", WRONG_USAGE, "--mirror ftp", fetch("ftp://host/kodak")),
        new Case("mirror with a space", WRONG_USAGE, "not an address", fetch("http://a b/")),
        new Case(
            "exact partition function of a large machine",
            WRONG_USAGE,
            "up to 20 hidden units",
            "likelihood",
            "--model",
            bigModel(),
            "--method",
            "exact",
            "--out",
            out()));
  }

  @TestFactory
  Stream<DynamicTest> badModel() throws IOException {
    return check(
        new Case("no such folder", FAILED, "not a model folder", at("missing")),
        new Case("description cut off", FAILED, "model.json", at(damaged("cut", "model.json", 90))),
        new Case(
            "unknown field",
            FAILED,
            "colour",
            at(edited("field", "\"kind\"", "\"colour\": 1, \"kind\""))),
        new Case("unknown kind", FAILED, "'gan'", at(edited("kind", "\"dbn\"", "\"gan\""))),
        new Case("weights missing", FAILED, "weights.npz", at(damaged("gone", "weights.npz", 0))),
        new Case("weights cut off", FAILED, "weights.npz", at(damaged("half", "weights.npz", 50))),
        new Case(
            "weights of another shape",
            FAILED,
            "array 'layer1.weights' has shape [784, 11] where [784, 12] is needed",
            at(withWeights("shape", 11, 0))),
        new Case(
            "weights that are no numbers",
            FAILED,
            "not a finite number",
            at(withWeights("nan", 12, Float.NaN))));
  }

  @TestFactory
  Stream<DynamicTest> badData() throws IOException {
    return check(
        new Case(
            "nobody answers",
            FAILED,
            "no connection",
            "data",
            "fetch",
            "kodak",
            "--mirror",
            "http://127.0.0.1:1",
            "--data-dir",
            folder.resolve("fetched"),
            "--quiet"),
        new Case(
            "no folder of photographs",
            FAILED,
            "is not a folder",
            train("--photographs", folder.resolve("nowhere"))),
        new Case(
            "a file for a folder of photographs",
            FAILED,
            "is not a folder",
            train("--photographs", Files.writeString(folder.resolve("photograph"), "no"))),
        new Case(
            "no photographs in the folder",
            FAILED,
            "no photograph that can be used",
            train("--photographs", Files.createDirectories(folder.resolve("bare")))),
        new Case(
            "Kodak missing",
            FAILED,
            "data fetch kodak",
            train("--data", "kodak", "--data-dir", folder.resolve("nowhere"))),
        new Case(
            "patches larger than the scenes",
            FAILED,
            "need pictures of 264 pixels",
            train("--data", "leaves", "--patch-size", 256, "--patches", 10)),
        new Case(
            "too few patches to whiten",
            FAILED,
            "more than as many patches, not 100",
            train("--data", "leaves", "--whitening", "zca", "--patches", 100)),
        new Case("MNIST missing", FAILED, "data fetch mnist", mnist(folder.resolve("nowhere"))),
        new Case(
            "no gzip inside", FAILED, "train-images", mnist(images("noise", new byte[] {1, 2}))),
        new Case("empty file", FAILED, "cut off", mnist(images("empty", new byte[0]))),
        new Case("wrong magic", FAILED, "two zero bytes", mnist(images("magic", header(1, 8, 3)))),
        new Case("floats", FAILED, "type 0x0d", mnist(images("floats", header(0, 13, 3)))),
        new Case(
            "claims too much",
            FAILED,
            "2^31",
            mnist(images("huge", header(0, 8, 3, 1 << 30, 28, 28)))),
        new Case(
            "cut off", FAILED, "cut off", mnist(images("short", header(0, 8, 3, 60000, 28, 28)))),
        new Case(
            "other dimensions",
            FAILED,
            "[1, 2, 2]",
            mnist(images("other", Arrays.copyOf(header(0, 8, 3, 1, 2, 2), 20)))),
        new Case("compressed file cut off", FAILED, "train-images", mnist(cutGzip())));
  }

  @TestFactory
  Stream<DynamicTest> badOutput() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    Path foreign = Files.createDirectories(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("thesis.tex"), "mine");
    return Stream.of(
            new Case("folder exists", FAILED, "--force", to("combine", model)),
            new Case("a file is there", FAILED, "is a file", to("combine", file)),
            new Case("below a file", FAILED, "file", to("combine", file.resolve("below"))),
            new Case(
                "somebody else's folder",
                FAILED,
                "not written by unitscope",
                to("combine", foreign, "--force")))
        .map(c -> dynamicTest(c.name, () -> requireOneLine(c)));
  }

  @Test
  void divergenceKeepsTheLastGoodModel() {
    Path out = folder.resolve("diverged");
    CommandLine result =
        CommandLine.run("train", "dbn", "--layers", 10, "--epochs", 3, "--rate", 1e6, "--out", out);
    assertEquals(FAILED, result.code());
    assertTrue(lastLine(result.err()).contains("try a learning rate of"), result.err());
    CommandLine.succeed(
        "combine", "--model", out, "--layer", 1, "--out", folder.resolve("look-at-diverged"));
  }

  @Test
  void nothingIsOverwrittenByAFailedRun() throws IOException {
    Path foreign = Files.createDirectories(folder.resolve("kept"));
    Path thesis = Files.writeString(foreign.resolve("thesis.tex"), "mine");
    CommandLine.run(to("combine", foreign, "--force"));
    assertEquals("mine", Files.readString(thesis));
  }

  private Stream<DynamicTest> check(Case... cases) {
    return Stream.of(cases).map(c -> dynamicTest(c.name, () -> requireOneLineAndNoOutput(c)));
  }

  private void requireOneLineAndNoOutput(Case c) throws IOException {
    requireOneLine(c);
    try (Stream<Path> left = Files.list(folder)) {
      List<Path> outputs =
          left.filter(path -> path.getFileName().toString().contains("out-")).toList();
      assertEquals(List.of(), outputs, "left behind");
    }
  }

  private void requireOneLine(Case c) {
    CommandLine result = CommandLine.run(c.arguments);
    assertEquals(c.code, result.code(), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().startsWith("unitscope: "), result.err());
    assertTrue(result.err().contains(c.says), result.err());
    assertFalse(result.err().contains("Exception"), result.err());
  }

  private static Object[] look(String command, Object... options) {
    return to(command, out(), options);
  }

  private static Object[] to(String command, Path out, Object... options) {
    List<Object> all = new ArrayList<>(List.of(command, "--model", model, "--out", out));
    all.addAll(List.of(options));
    return all.toArray();
  }

  private static Object[] train(Object... options) {
    List<Object> all = new ArrayList<>(List.of("train", "dbn", "--out", out()));
    all.addAll(List.of(options));
    return all.toArray();
  }

  private static Object[] at(Object modelName) {
    return new Object[] {
      "combine", "--model", folder.resolve(modelName.toString()), "--out", out()
    };
  }

  private static Object[] fetch(String mirror) {
    return new Object[] {"data", "fetch", "kodak", "--mirror", mirror, "--data-dir", out()};
  }

  private static Object[] mnist(Path dataFolder) {
    return train("--data", "mnist", "--data-dir", dataFolder);
  }

  private static Path out() {
    return folder.resolve("out-of-bad-input");
  }

  private static Path bigModel() {
    Path big = folder.resolve("big");
    if (!Files.exists(big)) {
      CommandLine.succeed("train", "dbn", "--layers", 21, "--epochs", 1, "--out", big);
    }
    return big;
  }

  private static Path copyOfModel(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    for (String file : List.of("model.json", "weights.npz")) {
      Files.copy(model.resolve(file), copy.resolve(file));
    }
    return copy;
  }

  private static Path damaged(String name, String file, int percentKept) throws IOException {
    Path copy = copyOfModel(name);
    byte[] bytes = Files.readAllBytes(copy.resolve(file));
    Files.delete(copy.resolve(file));
    if (percentKept > 0) {
      Files.write(
          copy.resolve(file),
          Arrays.copyOf(bytes, (int) (bytes.length * (long) percentKept / 100)));
    }
    return copy;
  }

  private static Path edited(String name, String from, String to) throws IOException {
    Path copy = copyOfModel(name);
    Path json = copy.resolve("model.json");
    String text = Files.readString(json);
    assertTrue(text.contains(from));
    Files.writeString(json, text.replace(from, to));
    return copy;
  }

  private static Path withWeights(String name, int hidden, float value) throws IOException {
    Path copy = copyOfModel(name);
    float[] weights = new float[INPUTS * hidden];
    Arrays.fill(weights, value);
    try (NpzWriter npz = NpzWriter.stored(Files.newOutputStream(copy.resolve("weights.npz")))) {
      npz.add("layer1.weights", NpyArray.of(weights, INPUTS, hidden));
      npz.add("layer1.visibleBias", NpyArray.of(new float[INPUTS], INPUTS));
      npz.add("layer1.hiddenBias", NpyArray.of(new float[hidden], hidden));
      npz.add("layer2.weights", NpyArray.of(new float[hidden * 8], hidden, 8));
      npz.add("layer2.visibleBias", NpyArray.of(new float[hidden], hidden));
      npz.add("layer2.hiddenBias", NpyArray.of(new float[8], 8));
    }
    return copy;
  }

  /** The beginning of an IDX file: first byte, type, dimensions. */
  private static byte[] header(int first, int type, int count, int... dimensions) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dimensions.length);
    bytes.put((byte) first).put((byte) 0).put((byte) type).put((byte) count);
    Arrays.stream(dimensions).forEach(bytes::putInt);
    return bytes.array();
  }

  private static Path images(String name, byte[] bytes) throws IOException {
    Path data = folder.resolve("data-" + name);
    Path mnist = Files.createDirectories(data.resolve("mnist"));
    Files.write(mnist.resolve("train-images-idx3-ubyte"), bytes);
    return data;
  }

  private static Path cutGzip() throws IOException {
    Path data = folder.resolve("data-gzip");
    Path mnist = Files.createDirectories(data.resolve("mnist"));
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(Arrays.copyOf(header(0, 8, 3, 10, 28, 28), 16 + 7840));
    }
    byte[] bytes = compressed.toByteArray();
    Files.write(
        mnist.resolve("train-images-idx3-ubyte.gz"), Arrays.copyOf(bytes, bytes.length - 8));
    return data;
  }

  private static String lastLine(String text) {
    return text.lines().reduce((first, second) -> second).orElse("");
  }
}
