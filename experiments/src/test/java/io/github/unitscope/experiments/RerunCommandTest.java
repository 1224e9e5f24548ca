package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.provenance.Manifest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of run is made again from its manifest, with another number of threads. */
class RerunCommandTest {
  @TempDir static Path folder;

  @BeforeAll
  static void trainModels() throws IOException {
    run("dbn", "train dbn --layers 20,16 --epochs 1");
    run("rbm", "train dbn --layers 8 --epochs 1");
    run("sdae", "train sdae --layers 12,10 --epochs 1");
    run("patches", "train dbn --data leaves --patches 300 --layers 9 --epochs 1");
    run("convnet", "train convnet --architecture lenet --steps 3 --batch 64");
    Files.writeString(
        folder.resolve("parts.csv"), "image,part,row,column\n0,top,8,14\n3,top,8,14\n5,top,8,14\n");
  }

  /** Words in braces are names within the folder of the test. */
  private static Object[] words(String command) {
    return Arrays.stream(command.split(" "))
        .map(
            word ->
                word.startsWith("{") ? folder.resolve(word.substring(1, word.length() - 1)) : word)
        .toArray();
  }

  private static Path run(String name, String command) {
    List<Object> words = new ArrayList<>(List.of(words(command)));
    words.addAll(List.of("--threads", 2, "--quiet", "--out", folder.resolve(name)));
    CommandLine.succeed(words.toArray());
    return folder.resolve(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train dbn --layers 20,16 --epochs 2 --momentum 0.5",
        "train sdae --layers 12 --epochs 1 --noise gaussian",
        "train dbn --data leaves --patches 300 --patch-size 8 --layers 9 --epochs 1",
        "train convnet --architecture lenet --steps 2 --batch 64 --dropout 0.5 --checkpoints 0,1",
        "finetune --model {dbn} --epochs 1",
        "tune dbn --over layers=6,8 rate=0.1 epochs=1 finetune-epochs=1",
        "maximize --model {dbn} --units 0-3 --restarts 2",
        "maximize --model {dbn} --units 0-3 --restarts 2 --start data",
        "maximize --model {convnet} --preset o17 --units 0,1 --steps 5",
        "maximize --model {convnet} --objective conv2:1 --objective conv2:2 --steps 5",
        "sample --model {dbn} --layer 2 --units 0-3 --samples 5",
        "combine --model {sdae} --layer 2 --units 0-3",
        "compare --model {sdae} --units 0-2 --restarts 2",
        "unimodality --model {dbn} --layers 1 --units 0-3 --restarts 4",
        "examples --model {dbn} --units 0-3 --images 200",
        "deconv --model {convnet} --layer 2 --units 0,1 --images 60",
        "occlude --model {convnet} --show 0 --images 60",
        "correspond --model {convnet} --parts {parts.csv} --layers 2,4 --random 2 --images 60",
        "probe --model {dbn} --train-size 100",
        "diagnose --model {convnet} --images 60",
        "evolve --steps 4 --every 2 --maximize-every 2 --ascent-steps 4 --restarts 1 --batch 64"
            + " --units 0,1",
        "gabor --model {patches}",
        "gallery --model {rbm} --units 0-3 --restarts 2 --chains 2 --samples 4 --images 100",
        "likelihood --model {rbm}",
        "data show --data leaves --patches 50"
      })
  void everyKindOfRunIsMadeAgainBitByBit(String command) throws IOException {
    Path folderOfRuns = Files.createTempDirectory(folder, "run");
    Path then = folderOfRuns.resolve("then");
    List<Object> words = new ArrayList<>(List.of(words(command)));
    words.addAll(List.of("--threads", 2, "--quiet", "--out", then));
    CommandLine.succeed(words.toArray());
    CommandLine again =
        CommandLine.run("rerun", then, "--threads", 1, "--out", folderOfRuns.resolve("now"));
    assertEquals(Unitscope.DONE, again.code(), again.out() + again.err());
    assertTraceable(then);
    List<String> lines = again.out().lines().toList();
    int files = Json.read(then.resolve("manifest.json"), Manifest.class).outputs().size();
    boolean timed = again.out().contains("times.csv");
    assertEquals(
        String.format(Locale.ROOT, "%d bit-equal", timed ? files - 1 : files),
        lines.get(lines.size() - 1));
  }

  /** Pictures say which run they are of, and the run says how its model was made. */
  private static void assertTraceable(Path run) throws IOException {
    Manifest manifest = Json.read(run.resolve("manifest.json"), Manifest.class);
    for (String name : manifest.outputs().keySet()) {
      if (name.matches(".*\\.(png|gif|jpg)")) {
        String bytes = Files.readString(run.resolve(name), StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains(manifest.identity()), name);
      }
    }
    if (manifest.inputs().modelPath() != null) {
      Path model = run.resolve(manifest.model().folder());
      String identity = Json.field(model.resolve("manifest.json"), "identity");
      assertEquals(identity, manifest.model().identity());
    }
  }

  @Test
  void aRunThatMovedWithItsModelIsMadeAgain() throws IOException {
    Path project = Files.createDirectory(folder.resolve("project"));
    CommandLine.succeed(
        "train", "dbn", "--layers", 9, "--epochs", 1, "--out", project.resolve("model"));
    CommandLine.succeed(
        "combine",
        "--model",
        project.resolve("model"),
        "--layer",
        1,
        "--out",
        project.resolve("combined"));
    Path moved = Files.move(project, folder.resolve("moved"));
    CommandLine again =
        CommandLine.succeed("rerun", moved.resolve("combined"), "--out", folder.resolve("m"));
    assertTrue(again.out().contains("bit-equal"), again.out());
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("model");
    Files.move(moved.resolve("model"), elsewhere);
    CommandLine lost = CommandLine.run("rerun", moved.resolve("combined"));
    assertEquals(Unitscope.FAILED, lost.code());
    assertTrue(lost.err().contains("say where it is with --model"), lost.err());
    CommandLine.succeed(
        "rerun", moved.resolve("combined"), "--model", elsewhere, "--out", folder.resolve("m2"));
  }

  @Test
  void aModelWithinARunCanBeTracedAndMadeAgain() {
    Path then =
        run("kept", "train convnet --architecture lenet --steps 2 --batch 64 --checkpoints 1");
    Path model = then.resolve("checkpoints").resolve("step-1");
    Path looked =
        run("looked", "maximize --model {kept/checkpoints/step-1} --layer 1 --units 0 --steps 3");
    Manifest manifest = Json.read(looked.resolve("manifest.json"), Manifest.class);
    assertEquals(
        Json.field(then.resolve("manifest.json"), "identity"), manifest.model().identity());
    CommandLine again = CommandLine.succeed("rerun", model, "--out", folder.resolve("kept-again"));
    assertTrue(again.out().endsWith("2 bit-equal\n"), again.out());
  }

  @Test
  void aManifestAloneIsEnoughToCompareHashes() throws IOException {
    Path then = run("whole", "combine --model {dbn} --layer 1");
    Path alone = Files.copy(then.resolve("manifest.json"), folder.resolve("sent-by-a-friend.json"));
    CommandLine again =
        CommandLine.succeed(
            "rerun", alone, "--model", folder.resolve("dbn"), "--out", folder.resolve("of-friend"));
    assertTrue(again.out().contains("bit-equal"), again.out());
  }

  private static Path changed(Path run, String name, Consumer<ObjectNode> change)
      throws IOException {
    JsonNode manifest = Json.read(run.resolve("manifest.json"), JsonNode.class);
    change.accept((ObjectNode) manifest);
    Path copy = Files.createDirectory(folder.resolve(name));
    Files.writeString(copy.resolve("manifest.json"), Json.text(manifest));
    return copy;
  }

  @Test
  void whatCameOutOtherwiseIsSaidWithItsFirstCause() throws IOException {
    Path then = run("seeded", "maximize --model {dbn} --units 0-3 --restarts 2");
    Path other =
        changed(
            then,
            "other-seed",
            manifest -> {
              ((ObjectNode) manifest.get("inputs")).put("seed", 41);
              ((ObjectNode) manifest.get("versions")).put("blas", "MKL");
            });
    for (String file : List.of("results.npz", "maximize.png", "restarts.png")) {
      Files.copy(folder.resolve("seeded").resolve(file), other.resolve(file));
    }
    Files.copy(
        run("seed7", "maximize --model {dbn} --units 0-3 --restarts 2 --seed 7")
            .resolve("results.npz"),
        other.resolve("results.npz"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    CommandLine again = CommandLine.run("rerun", other, "--out", folder.resolve("other-again"));
    assertEquals(Unitscope.FAILED, again.code());
    assertTrue(again.err().contains("results.npz was modified after the run"), again.err());
    assertTrue(again.err().contains("manifests show: seed (41 and 42)"), again.err());
    assertTrue(again.out().contains("starts: largest difference"), again.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "build; 0123456789abcdef; the two manifests show: build (0123456789ab",
        "blas; OPENBLAS Core2; the two manifests show: blas (OPENBLAS Core2 and "
      })
  void otherSoftwareIsTheFirstCause(String field, String value, String cause) throws IOException {
    Path then = run("software-" + field, "maximize --model {dbn} --units 0-3 --restarts 2");
    Path other =
        changed(
            then,
            "other-" + field,
            manifest -> {
              ((ObjectNode) manifest.get("versions")).put(field, value);
              ((ObjectNode) manifest.get("outputs")).put("results.npz", "0".repeat(64));
            });
    CommandLine again =
        CommandLine.run("rerun", other, "--out", folder.resolve("software-again-" + field));
    assertEquals(Unitscope.FAILED, again.code());
    assertTrue(again.err().contains(cause), again.err());
    CommandLine difference = CommandLine.run("diff", then, other);
    assertTrue(difference.out().contains(value.substring(0, 12)), difference.out());
    assertTrue(CommandLine.succeed("show", then).out().contains("\nbuild      "));
  }

  @Test
  void aStrangersManifestCallsOnlyWhatLeavesARunAtAPlaceOfOnesOwn() throws IOException {
    Path then = run("own", "combine --model {dbn} --layer 1");
    Path victim = Files.createDirectory(folder.resolve("victim"));
    for (List<String> words :
        List.of(
            List.of("combine", "--layer", "1", "--force"),
            List.of("combine", "--layer", "1", "--out", victim.toString()),
            List.of("combine", "--layer", "1", "--out=" + victim),
            List.of("data", "fetch", "mnist"),
            List.of("show", victim.toString()),
            List.of("rerun", then.toString()),
            List.of("combine", "@" + then.resolve("manifest.json")),
            List.of("frobnicate"),
            List.<String>of())) {
      Path hostile =
          changed(
              then,
              "hostile" + words.hashCode(),
              manifest -> {
                var array = manifest.putArray("arguments");
                words.forEach(array::add);
              });
      Path out = folder.resolve("made" + words.hashCode());
      CommandLine result =
          CommandLine.run("rerun", hostile, "--model", folder.resolve("dbn"), "--out", out);
      assertTrue(result.code() != Unitscope.DONE, words.toString());
      assertEquals(1, result.err().lines().count(), result.err());
      assertFalse(result.err().contains("bug"), result.err());
      assertFalse(Files.exists(out), words.toString());
      assertTrue(isEmpty(victim), words.toString());
    }
  }

  @Test
  void aManifestThatNamesFilesOutsideItsFolderIsRefused() throws IOException {
    Path then = run("inside", "combine --model {dbn} --layer 1");
    for (String name : List.of("../dbn/weights.npz", "/etc/passwd", "a/../../b.csv", ".", "")) {
      Path hostile =
          changed(
              then,
              "outside" + name.hashCode(),
              manifest -> ((ObjectNode) manifest.get("outputs")).put(name, "00"));
      for (String command : List.of("show", "rerun")) {
        CommandLine result = CommandLine.run(command, hostile);
        assertEquals(Unitscope.FAILED, result.code(), result.err());
        assertTrue(result.err().contains("outside its folder"), result.err());
      }
    }
  }

  @Test
  void aRunIsNeverReplacedByItsRepetition() throws IOException {
    Path then = run("precious", "combine --model {dbn} --layer 1");
    byte[] manifest = Files.readAllBytes(then.resolve("manifest.json"));
    Path link = Files.createSymbolicLink(folder.resolve("link-to-precious"), then);
    for (Path out : List.of(then, link, folder)) {
      CommandLine result = CommandLine.run("rerun", then, "--force", "--out", out);
      assertEquals(Unitscope.FAILED, result.code(), result.out());
      assertTrue(result.err().contains("holds the run to repeat"), result.err());
    }
    assertArrayEquals(manifest, Files.readAllBytes(then.resolve("manifest.json")));
  }

  @Test
  void aRunDoesNotReplaceItsModel() {
    Path model = run("looked-at", "train dbn --layers 8 --epochs 1");
    CommandLine result =
        CommandLine.run("combine", "--model", model, "--layer", 1, "--force", "--out", model);
    assertEquals(Unitscope.FAILED, result.code());
    assertTrue(result.err().contains("cannot be replaced by a run that reads"), result.err());
    assertTrue(Files.exists(model.resolve("weights.npz")));
  }

  @Test
  void aModelOfAnotherNameIsACause() throws IOException {
    Path then = run("of-dbn", "maximize --model {dbn} --units 0-3 --restarts 2 --steps 3");
    Path copy = Files.createDirectory(folder.resolve("a copy"));
    for (String file : List.of("model.json", "weights.npz")) {
      Files.copy(folder.resolve("dbn").resolve(file), copy.resolve(file));
    }
    CommandLine again =
        CommandLine.run("rerun", then, "--model", copy, "--out", folder.resolve("of-copy"));
    assertTrue(again.err().contains("nameOfModel (dbn and a copy)"), again.err());
    assertTrue(again.out().contains("--model '" + copy + "'"), again.out());
  }

  @Test
  void photographsThatHaveMovedAreFound() throws IOException {
    Path photographs = Files.createDirectory(folder.resolve("photo, graphs"));
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 1200; i++) {
      image.getRaster().setSample(i % 40, i / 40, 0, i * i * 7919 % 251);
    }
    ImageIO.write(image, "png", photographs.resolve("a.png").toFile());
    Path then = folder.resolve("of photographs");
    CommandLine.succeed(
        "train",
        "dbn",
        "--photographs",
        photographs,
        "--patches",
        200,
        "--patch-size",
        6,
        "--layers",
        5,
        "--epochs",
        1,
        "--first-epochs",
        1,
        "--out",
        then);
    Path moved = Files.move(photographs, folder.resolve("moved photographs"));
    CommandLine lost = CommandLine.run("rerun", then, "--out", folder.resolve("p1"));
    assertEquals(Unitscope.FAILED, lost.code());
    CommandLine again =
        CommandLine.succeed("rerun", then, "--photographs", moved, "--out", folder.resolve("p2"));
    assertTrue(again.out().endsWith("4 bit-equal\n"), again.out());
    CommandLine none = CommandLine.run("rerun", folder.resolve("rbm"), "--photographs", moved);
    assertEquals(Unitscope.WRONG_USAGE, none.code());
  }

  @Test
  void aRepetitionThatFailsIsNotComparedWithAnEarlierOne() {
    Path then = run("reruns", "train dbn --layers 6 --epochs 1");
    Path out = folder.resolve("made before");
    CommandLine.succeed("rerun", then, "--out", out);
    CommandLine again = CommandLine.run("rerun", then, "--out", out);
    assertEquals(Unitscope.FAILED, again.code(), again.out());
    assertTrue(again.err().contains("exists: give another --out"), again.err());
    run("of others", "train dbn --layers 7 --epochs 1");
    CommandLine other =
        CommandLine.run("rerun", then, "--out", folder.resolve("of others"), "--resume");
    assertEquals(Unitscope.FAILED, other.code(), other.out());
    assertFalse(other.out().contains("rerun into"), other.out());
    CommandLine usage = CommandLine.run("rerun", then, "--out", out, "--force", "--threads", 0);
    assertEquals(Unitscope.WRONG_USAGE, usage.code(), usage.out());
    CommandLine.succeed("rerun", then, "--out", out, "--force");
  }

  @Test
  void whatDivergedDivergesAgain() {
    Path then = folder.resolve("diverged");
    CommandLine first =
        CommandLine.run(
            "train", "sdae", "--layers", 6, "--epochs", 1, "--rate", "1e30", "--out", then);
    assertEquals(Unitscope.FAILED, first.code());
    CommandLine again = CommandLine.run("rerun", then, "--out", folder.resolve("diverged-again"));
    assertEquals(Unitscope.DONE, again.code(), again.out() + again.err());
    assertTrue(again.out().contains("bit-equal"), again.out());
  }

  @Test
  void aDamagedFileDoesNotHideTheOthers() throws IOException {
    Path one = run("sound", "combine --model {dbn} --layer 1");
    Path other = run("damaged", "combine --model {dbn} --layer 1");
    Files.writeString(other.resolve("results.npz"), "damaged");
    Files.writeString(other.resolve("combine.png"), "damaged");
    CommandLine shown = CommandLine.succeed("show", other);
    assertTrue(shown.out().contains("results.npz is not an .npz archive"), shown.out());
    CommandLine compared = CommandLine.run("diff", one, other);
    assertEquals(Unitscope.FAILED, compared.code());
    assertTrue(compared.out().contains("results.npz is not an .npz archive"), compared.out());
    assertTrue(compared.out().contains("combine.png is not a picture"), compared.out());
  }

  @Test
  void whatIsNoLongerThereIsSaid() throws IOException {
    Path one = run("one", "combine --model {dbn} --layer 1");
    Path other = run("other", "combine --model {dbn} --layer 1");
    Files.delete(other.resolve("results.npz"));
    CommandLine compared = CommandLine.succeed("diff", one, other);
    assertTrue(
        compared.err().contains(other.resolve("results.npz") + " is missing"), compared.err());
    assertEquals(
        Unitscope.WRONG_USAGE, CommandLine.run("diff", one, one, "--tolerance", "NaN").code());
  }

  private static boolean isEmpty(Path place) throws IOException {
    try (var files = Files.list(place)) {
      return files.findAny().isEmpty();
    }
  }
}
