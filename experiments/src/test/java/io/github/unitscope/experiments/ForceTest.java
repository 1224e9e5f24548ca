package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code --force} and {@code --resume} may replace: what unitscope wrote, and nothing else.
 */
@Tag("slow")
class ForceTest {
  private static final byte[] NONE = {};

  @TempDir static Path models;

  @TempDir Path folder;

  private Path out;

  @BeforeAll
  static void trainModel() {
    CommandLine.succeed(training(models.resolve("dbn")));
  }

  @BeforeEach
  void choosePlace() {
    out = folder.resolve("m");
  }

  private static Object[] training(Path place, Object... more) {
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("train", "dbn", "--layers", "4", "--epochs", "1", "--quiet"));
    words.addAll(List.of("--out", place));
    words.addAll(List.of(more));
    return words.toArray();
  }

  /** Everything below a folder: files with their bytes, folders and links without. */
  private static Map<String, byte[]> tree(Path root) throws IOException {
    Map<String, byte[]> tree = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.toList()) {
        boolean isFile = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        tree.put(root.relativize(path).toString(), isFile ? Files.readAllBytes(path) : NONE);
      }
    }
    return tree;
  }

  private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> found) {
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }

  /** Demands that a command fails with one line that says something, and touches nothing. */
  private void assertRefused(String said, Object... words) throws IOException {
    Map<String, byte[]> before = tree(folder);
    CommandLine result = CommandLine.run(words);
    assertEquals(Unitscope.FAILED, result.code(), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertTrue(result.err().contains(said), result.err());
    assertSame(before, tree(folder));
  }

  private void copyModel() throws IOException {
    Files.createDirectories(out);
    try (Stream<Path> files = Files.list(models.resolve("dbn"))) {
      for (Path file : files.toList()) {
        Files.copy(file, out.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void anUnchangedRunIsReplaced() throws IOException {
    copyModel();
    CommandLine.succeed(training(out, "--force", "--seed", 2));
    assertTrue(Files.readString(out.resolve("manifest.json")).contains("\"seed\" : 2"));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(out), left.toList());
    }
  }

  @Test
  void aRunWithinARunIsReplacedWithTheManifestOfItsModel() throws IOException {
    CommandLine.succeed("compare", "--units", "0-1", "--quiet", "--out", out);
    assertTrue(Files.exists(out.resolve("model/manifest.json")));
    CommandLine.succeed("data", "show", "--quiet", "--out", out, "--force");
    assertFalse(Files.exists(out.resolve("model")));
  }

  @Test
  void aRunThatAKillLeftAsideIsFoundByWhoeverReads() throws IOException {
    copyModel();
    Path aside = folder.resolve(".m.unitscope-elsewhere-7-1.old");
    for (Object[] words :
        List.of(
            new Object[] {"show", out},
            new Object[] {"show", out.resolve("manifest.json")},
            new Object[] {"model", "show", "--model", out})) {
      Files.move(out, aside);
      CommandLine.succeed(words);
      assertTrue(Files.exists(out));
      assertFalse(Files.exists(aside));
    }
  }

  @Test
  void aFileThatSomebodyAddedIsNamed() throws IOException {
    copyModel();
    Files.writeString(Files.createDirectory(out.resolve("photos")).resolve("a.jpg"), "mine");
    assertRefused(
        out.resolve("photos") + " was not written by unitscope", training(out, "--force"));
    Files.move(out.resolve("photos/a.jpg"), out.resolve("a.jpg"));
    Files.delete(out.resolve("photos"));
    assertRefused(out.resolve("a.jpg") + " was not written by unitscope", training(out, "--force"));
    Files.delete(out.resolve("a.jpg"));
    Files.createSymbolicLink(out.resolve("link"), folder);
    assertRefused(out.resolve("link") + " was not written by unitscope", training(out, "--force"));
    Files.delete(out.resolve("link"));
    Files.createDirectory(out.resolve("empty"));
    assertRefused(out.resolve("empty") + " was not written by unitscope", training(out, "--force"));
  }

  @Test
  void aFileThatSomebodyChangedIsNamed() throws IOException {
    copyModel();
    Path table = out.resolve("metrics.csv");
    Files.writeString(table, Files.readString(table) + "# a note of mine\n");
    assertRefused(table + " was modified after unitscope wrote it", training(out, "--force"));
  }

  @Test
  void aManifestThatSomebodyChangedIsNamed() throws IOException {
    copyModel();
    Path manifest = out.resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"seed\" : 42", "\"seed\" : 3"));
    assertRefused("its manifest.json was modified", training(out, "--force"));
  }

  @Test
  void aFolderOfAnotherProgramIsNamed() throws IOException {
    Files.createDirectory(out);
    Files.writeString(
        out.resolve("manifest.json"), "{\"name\": \"extension\", \"for\": \"unitscope\"}");
    Files.writeString(out.resolve("background.js"), "code");
    assertRefused("its manifest.json is not as unitscope writes it", training(out, "--force"));
  }

  @Test
  void whatTheRunReadsIsNeverReplaced() throws IOException {
    copyModel();
    assertRefused(
        "cannot be replaced by a run that reads",
        "sample",
        "--model",
        out,
        "--layer",
        "1",
        "--units",
        "0",
        "--out",
        out,
        "--force");
    Path photographs = Files.createDirectory(out.resolve("photographs"));
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
    image.setRGB(3, 3, 0xFFFFFF);
    ImageIO.write(image, "png", photographs.resolve("a.png").toFile());
    assertRefused(
        "cannot be replaced by a run that reads",
        training(out, "--force", "--photographs", photographs));
  }

  @Test
  void somebodysFolderIsNotTakenForWhatARunLeftUnfinished() throws IOException {
    Path partial = Files.createDirectory(folder.resolve("m.partial"));
    for (String name : List.of("thesis.txt", "run.json", "checkpoint.npz", "files.sha256")) {
      Path file = Files.writeString(partial.resolve(name), "{\"mine\": true}");
      for (Object option : List.of("--force", "--resume", "--quiet")) {
        assertRefused(file.toString(), training(out, option));
      }
      Files.delete(file);
    }
    CommandLine.succeed(training(out));
    assertFalse(Files.exists(partial));
  }

  @Test
  void somebodysFileIsNotTakenForALock() throws IOException {
    Path lock = Files.writeString(folder.resolve(".m.lock"), "mine");
    CommandLine.succeed(training(out));
    assertEquals("mine", Files.readString(lock));
    Files.writeString(folder.resolve(".m.unitscope-lock"), "mine too");
    assertRefused("was not written by unitscope", training(out, "--force"));
  }

  @Test
  void aReproductionReplacesNeitherSomebodysRunNorOneWithAnotherSeed() throws IOException {
    Object[] reproduction = {
      "reproduce",
      "patches",
      "--quick",
      "--scenes",
      "leaves",
      "--digits",
      "synthetic",
      "--quiet",
      "--out",
      folder.resolve("rep")
    };
    out = folder.resolve("rep/dbn-patches");
    copyModel();
    assertRefused(out + " belongs to another reproduction", reproduction);
  }
}
