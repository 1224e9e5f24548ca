package io.github.unitscope.experiments.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.unitscope.experiments.CommandLine;
import io.github.unitscope.experiments.Unitscope;
import io.github.unitscope.network.message.PlainText;
import io.github.unitscope.network.storage.Json;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of strangers in tables, on the terminal and in pages, of every command that shows them. */
@Tag("slow")
class HostileNamesTest {
  /** Models with others in place of these are refused. */
  private static final List<String> OF_LAYERS =
      HostileNames.ALL.stream()
          .filter(name -> name.length() < 200 && !name.matches("(?s).*\\p{Cntrl}.*"))
          .toList();

  private static final String LAYERS =
      IntStream.rangeClosed(1, OF_LAYERS.size())
          .mapToObj(String::valueOf)
          .reduce((left, right) -> left + "," + right)
          .orElseThrow();

  @TempDir static Path folder;

  @BeforeAll
  static void write() throws IOException {
    HostileNames.writeModel(folder.resolve("hostile"), OF_LAYERS, HostileNames.ALL);
    HostileNames.writeModel(
        folder.resolve("harmless"), harmless(OF_LAYERS), harmless(HostileNames.ALL));
    StringBuilder hostile = new StringBuilder("image,part,row,column\n");
    StringBuilder harmless = new StringBuilder(hostile);
    int number = 0;
    for (String name : HostileNames.ALL) {
      String part = name.replaceAll("[,\\r\\n\u2028]", "_").strip();
      if (part.length() > 200 || hostile.indexOf("," + part + ",") >= 0) {
        continue;
      }
      for (int image = 0; image < 3; image++) {
        hostile.append(image).append(',').append(part).append(",8,8\n");
        harmless.append(image).append(",part").append(number).append(",8,8\n");
      }
      number++;
    }
    Files.writeString(folder.resolve("hostile.csv"), hostile);
    Files.writeString(folder.resolve("harmless.csv"), harmless);
    photographs("hostile", HostileNames.ALL);
    photographs("harmless", harmless(HostileNames.ALL));
  }

  private static List<String> harmless(List<String> names) {
    return names.stream().map(name -> "name" + names.indexOf(name)).toList();
  }

  private static void photographs(String kind, List<String> names) throws IOException {
    Path photographs = Files.createDirectory(folder.resolve(kind + "-photographs"));
    int number = 0;
    for (String name : names) {
      BufferedImage image = new BufferedImage(20, 18, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < 360; i++) {
        image.setRGB(i % 20, i / 20, (i + number) * (i + number) * 7919 % 0xFFFFFF);
      }
      number++;
      // Digits first, so that both kinds are sorted alike.
      String file = name.replace("/", "_");
      file = file.length() > 200 ? file.substring(0, 200) : file;
      ImageIO.write(image, "png", photographs.resolve(file + ".png").toFile());
    }
  }

  private static Object[] words(String command, String kind) {
    return Stream.of(command.split(" "))
        .map(word -> word.replace("{}", folder.resolve(kind).toString()))
        .toArray();
  }

  private static CommandLine run(String command, String kind) {
    return CommandLine.run(words(command, kind));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model show --model {}",
        "maximize --model {} --layer 2 --units 0,1 --steps 2 --restarts 1 --out {}-maximize",
        "maximize --model {} --objective classes:0 --steps 2 --restarts 1 --out {}-objective",
        "examples --model {} --layer 2 --photographs {}-photographs --out {}-examples",
        "deconv --model {} --layer 2 --photographs {}-photographs --out {}-deconv",
        "occlude --model {} --layer 2 --show 0,1 --photographs {}-photographs --out {}-occlude",
        "correspond --model {} --layers LAYERS --parts {}.csv --random 2"
            + " --photographs {}-photographs --out {}-correspond",
        "diagnose --model {} --photographs {}-photographs --out {}-diagnose",
        "reproduce o17 --model {} --layers 1,2,12 --channels 2 --compare 0,1 --classes 0,1,2,3"
            + " --steps 1 --size 16 --out {}-o17",
        "maximize --model {} --layer nowhere --units 0"
      })
  void aNameIsNothingButAName(String command) throws IOException {
    String words = command.replace("LAYERS", LAYERS);
    CommandLine harmless = run(words, "harmless");
    CommandLine hostile = run(words, "hostile");
    assertEquals(harmless.code(), hostile.code(), hostile.err());
    assertFalse(hostile.err().contains("bug"), hostile.err());
    assertLines(harmless.out(), hostile.out());
    assertLines(harmless.err(), withoutWarningsOfNames(hostile.err()));
    if (words.contains("--out")) {
      assertEquals(Unitscope.DONE, hostile.code(), hostile.err());
      String name = words.substring(words.indexOf("--out {}") + 8);
      assertTables(folder.resolve("harmless" + name), folder.resolve("hostile" + name));
      CommandLine shown = CommandLine.succeed("show", folder.resolve("hostile" + name));
      assertLines(shown.out(), shown.out());
      CommandLine again =
          CommandLine.run(
              "rerun", folder.resolve("hostile" + name), "--out", folder.resolve("re" + name));
      assertEquals(Unitscope.DONE, again.code(), again.err());
      assertTrue(again.out().strip().endsWith("bit-equal"), again.out());
    }
  }

  private static void assertLines(String harmless, String hostile) {
    assertEquals(harmless.lines().count(), hostile.lines().count(), hostile);
    hostile.lines().forEach(line -> assertEquals(PlainText.of(line), line));
  }

  /** The same cells where the other run has its names, and none that a spreadsheet would run. */
  private static void assertTables(Path harmless, Path hostile) throws IOException {
    List<Path> tables;
    try (Stream<Path> files = Files.walk(harmless)) {
      tables = files.filter(file -> file.toString().endsWith(".csv")).toList();
    }
    for (Path table : tables) {
      List<CSVRecord> ours = rows(table);
      List<CSVRecord> theirs = rows(hostile.resolve(harmless.relativize(table)));
      assertEquals(ours.size(), theirs.size(), table.toString());
      for (int row = 0; row < ours.size(); row++) {
        assertEquals(ours.get(row).size(), theirs.get(row).size(), theirs.get(row).toString());
        theirs.get(row).forEach(HostileNamesTest::assertInert);
      }
      String text = Files.readString(hostile.resolve(harmless.relativize(table)));
      assertEquals(ours.size(), text.lines().count(), table.toString());
    }
  }

  private static void assertInert(String cell) {
    assertEquals(PlainText.of(cell), cell);
    for (String part : cell.split(";", -1)) {
      boolean number = part.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
      assertTrue(number || !part.matches("(?s)[\"\\s]*[-=+@\uff1d].*"), cell);
    }
  }

  private static List<CSVRecord> rows(Path table) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(Files.readString(table), CSVFormat.RFC4180.builder().get())) {
      return parser.getRecords();
    }
  }

  @Test
  void aPartOfAVeryLongNameIsRefused() throws IOException {
    Path parts = folder.resolve("long.csv");
    Files.writeString(parts, "image,part,row,column\n0," + "n".repeat(5000) + ",8,8\n1,x,8,8\n");
    String command = "correspond --model {} --layers 1 --photographs {}-photographs --parts ";
    CommandLine result = run(command + parts, "harmless");
    assertEquals(Unitscope.FAILED, result.code(), result.err());
    assertTrue(result.err().contains("line 2: the name of the part has 5000"), result.err());
  }

  /** Photographs with such names are used, and warned of. */
  private static String withoutWarningsOfNames(String said) {
    return said.lines()
        .filter(line -> !line.endsWith("has control characters in its name; rename it"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** Words, settings, names of files, machines: all of a manifest may be a stranger's. */
  @Test
  void aManifestForgesNoLines() throws IOException {
    Path run = folder.resolve("manifest-run");
    CommandLine.succeed(
        words("maximize --model {} --layer 2 --units 0 --steps 2 --out {}-m", "harmless"));
    Files.move(folder.resolve("harmless-m"), run);
    long lines = CommandLine.succeed("show", run).out().lines().count();
    JsonNode manifest = Json.read(run.resolve("manifest.json"), JsonNode.class);
    poison(manifest);
    Path hostile = Files.createDirectory(folder.resolve("poisoned"));
    Files.writeString(hostile.resolve("manifest.json"), Json.text(manifest));
    CommandLine shown = CommandLine.run("show", hostile);
    assertLines(shown.out(), shown.out());
    assertEquals(Unitscope.DONE, shown.code(), shown.err());
    assertTrue(shown.out().lines().count() <= lines, shown.out());
    assertFalse(shown.out().lines().anyMatch(line -> line.startsWith("forged")), shown.out());
    for (CommandLine said :
        List.of(
            CommandLine.run("diff", run, hostile),
            CommandLine.run("rerun", hostile, "--out", folder.resolve("never")))) {
      assertEquals(Unitscope.FAILED, said.code(), said.out());
      assertFalse(said.out().lines().anyMatch(line -> line.startsWith("forged")), said.out());
      said.out().lines().forEach(line -> assertEquals(PlainText.of(line), line));
      assertFalse(said.err().lines().anyMatch(line -> line.startsWith("forged")), said.err());
    }
  }

  private static void poison(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String field : List.copyOf(fields(object))) {
        JsonNode value = object.get(field);
        boolean fixed = List.of("started", "part", "modelSha256").contains(field);
        if (value.isTextual() && !fixed) {
          object.put(field, value.asText() + "\nforged \u001b[2J\u202e");
        } else {
          poison(value);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isTextual()) {
          array.set(i, array.textNode(array.get(i).asText() + "\nforged"));
        }
      }
    }
  }

  private static List<String> fields(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Folders of one's own may have any name; messages and pages show them on one line. */
  @Test
  void foldersMayHaveTheseNames() throws IOException {
    for (String name : HostileNames.ALL) {
      String safe = name.replace("/", "_");
      safe = safe.length() > 150 ? safe.substring(0, 150) : safe;
      Path model = folder.resolve("in " + safe).resolve(safe);
      Files.createDirectories(model.getParent());
      CommandLine trained =
          CommandLine.run(
              "train",
              "dbn",
              "--layers",
              4,
              "--epochs",
              1,
              "--first-epochs",
              1,
              "--data",
              "leaves",
              "--patches",
              40,
              "--out",
              model);
      assertEquals(Unitscope.DONE, trained.code(), trained.err());
      assertLines(trained.out(), trained.out());
      assertTrue(Files.exists(model.resolve("weights.npz")), safe);
      CommandLine gallery =
          CommandLine.run(
              "gallery",
              "--model",
              model,
              "--units",
              "0,1",
              "--restarts",
              1,
              "--chains",
              2,
              "--samples",
              4,
              "--images",
              20,
              "--out",
              folder.resolve("gallery"),
              "--force");
      assertEquals(Unitscope.DONE, gallery.code(), gallery.err());
      String page = Files.readString(folder.resolve("gallery").resolve("index.html"));
      assertFalse(page.contains("<script>alert"), page);
      assertFalse(page.contains("onerror=alert(1)>"), page);
      String data = Files.readString(folder.resolve("gallery/data/gallery.js"));
      assertFalse(data.matches("(?s).*[<>&\u2028\u202e\u001b].*"), data);
      CommandLine missing = CommandLine.run("show", folder.resolve(safe + " is not there"));
      assertEquals(1, missing.err().lines().count(), missing.err());
      assertLines(missing.err(), missing.err());
    }
  }
}
