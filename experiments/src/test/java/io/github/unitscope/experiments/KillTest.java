package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Long commands are killed at random moments, again and again, and end with the bytes of an
 * undisturbed run. {@code -Dunitscope.kills=200} kills each that often, {@code
 * -Dunitscope.killed=reproduce} only those that begin so.
 */
@Tag("slow")
class KillTest {
  private static final int KILLS = Integer.getInteger("unitscope.kills", 2);

  private static final String KILLED = System.getProperty("unitscope.killed", "");

  /** A virtual machine alone takes half a second to start. */
  private static final int LONGEST_LIFE_MILLIS = 3000;

  @TempDir static Path folder;

  @BeforeAll
  static void trainModel() {
    CommandLine.succeed(
        "train", "dbn", "--layers", "24,20", "--epochs", 1, "--out", folder.resolve("model"));
  }

  private static Object[] words(String command, Path out, Object... more) {
    List<Object> words = new ArrayList<>();
    for (String word : command.split(" ")) {
      words.add(word.equals("{model}") ? folder.resolve("model") : word);
    }
    words.addAll(List.of("--out", out));
    words.addAll(Arrays.asList(more));
    return words.toArray();
  }

  /** Everything but what says when and how long. */
  private static Map<String, byte[]> results(Path run) throws IOException {
    Map<String, byte[]> results = new TreeMap<>();
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!List.of("manifest.json", "times.csv").contains(name)) {
          results.put(run.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    return results;
  }

  private static void assertSame(Map<String, byte[]> expected, Path run) throws IOException {
    Map<String, byte[]> found = results(run);
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }

  private static void clear(Path place) throws IOException {
    Path moved = Files.createTempDirectory(folder, "done");
    Files.move(place, moved.resolve("run"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train dbn --layers 60,40 --epochs 2 --checkpoint-every 0",
        "train sdae --layers 40,30 --epochs 1 --batch 50 --checkpoint-every 0",
        "train convnet --architecture lenet --steps 12 --batch 64 --checkpoints 3,9"
            + " --checkpoint-every 0",
        "tune dbn --over layers=6,8,10,12 rate=0.1 epochs=1 finetune-epochs=1",
        "unimodality --model {model} --layers 1,2 --restarts 30",
        "reproduce patches --quick --scenes leaves --digits synthetic --checkpoint-every 0.2"
      })
  void aRunThatIsKilledAgainAndAgainEndsWithTheSameBytes(String command) throws Exception {
    assumeTrue(command.startsWith(KILLED), "not asked for");
    boolean isReproduction = command.startsWith("reproduce");
    // Its run takes minutes on a busy machine: only where many kills are asked for.
    assumeTrue(!isReproduction || KILLS > 2, "give -Dunitscope.kills=200");
    Path whole = folder.resolve("whole-" + command.hashCode());
    CommandLine.succeed(words(command, whole, "--quiet"));
    Map<String, byte[]> expected = results(whole);
    Path out = folder.resolve("killed-" + command.hashCode());
    SplitMix64 random = Seed.root(KILLS).derive(command).stream();
    int kills = 0;
    while (kills < KILLS || Files.exists(out)) {
      try (Child child = Child.start(words(command, out, "--resume"))) {
        long life = (long) (random.nextDouble() * LONGEST_LIFE_MILLIS);
        if (kills < KILLS && !child.hasEndedWithin(life)) {
          child.kill();
          kills++;
        } else {
          assertEquals(Unitscope.DONE, child.end(), child.said());
          assertSame(expected, out);
          clear(out);
        }
      }
    }
    CommandLine.succeed(words(command, out, "--resume", "--quiet"));
    assertSame(expected, out);
    if (!isReproduction) {
      assertFalse(Files.exists(out.resolveSibling(out.getFileName() + ".partial")));
    }
  }

  private static void awaitPartial(Path partial, Child child) throws Exception {
    while (!Files.exists(partial)) {
      assertFalse(child.hasEndedWithin(5), child.said());
    }
  }

  private static void awaitWords(String words, Child child) throws Exception {
    while (!child.said().contains(words)) {
      assertFalse(child.hasEndedWithin(5), child.said());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "train dbn --layers 60;40 --epochs 200, layer 1 epoch 1/",
    "train sdae --layers 60;40 --epochs 200, layer 1 epoch 1/",
    "train convnet --architecture lenet --steps 2000 --batch 64 --test-every 1, step 1/",
    "tune dbn --over layers=6 rate=0.1 epochs=1;5000, trial 1/2",
    "unimodality --model {model} --layers 1;2 --restarts 3000, ''"
  })
  void anInterruptedRunKeepsItsStateAndSaysHowToGoOn(String words, String awaited)
      throws Exception {
    assumeTrue(Child.canBeInterrupted(), "SIGINT is ignored here");
    String command = words.replace(';', ',');
    Path out = folder.resolve("interrupted-" + command.hashCode());
    Path partial = out.resolveSibling(out.getFileName() + ".partial");
    try (Child child = Child.start(Child.interruptible(words(command, out)))) {
      awaitPartial(partial, child);
      awaitWords(awaited, child);
      child.hasEndedWithin(300);
      child.send("INT");
      assertEquals(130, child.end(), child.said());
      List<String> said = child.said().lines().toList();
      assertEquals(
          "unitscope: stopped; finished work is kept in " + partial, said.get(said.size() - 2));
      String last = said.get(said.size() - 1);
      String first = command.substring(0, command.indexOf(" --"));
      assertTrue(last.startsWith("To resume: ./unitscope " + first + " --"), last);
      assertTrue(last.endsWith(" --resume"), last);
    }
    assertFalse(Files.exists(out));
    if (command.startsWith("train")) {
      assertTrue(Files.exists(partial.resolve("checkpoint.npz")), command);
    }
    CommandLine unasked = CommandLine.run(words(command, out));
    assertEquals(Unitscope.FAILED, unasked.code());
    assertTrue(unasked.err().contains("use --resume to continue it"), unasked.err());
  }

  @Test
  void anInterruptedTrainingEndsWithTheSameBytes() throws Exception {
    assumeTrue(Child.canBeInterrupted(), "SIGINT is ignored here");
    String command = "train dbn --layers 60,40 --epochs 5";
    Path whole = folder.resolve("whole");
    CommandLine.succeed(words(command, whole, "--quiet"));
    Path out = folder.resolve("interrupted");
    try (Child child = Child.start(Child.interruptible(words(command, out)))) {
      awaitWords("layer 1 epoch 1/", child);
      child.send("INT");
      assertEquals(130, child.end(), child.said());
    }
    CommandLine again = CommandLine.succeed(words(command, out, "--resume"));
    assertTrue(again.err().contains("resuming in layer"), again.err());
    assertSame(results(whole), out);
  }

  @Test
  void aReproductionGoesOnWithinItsStep() throws Exception {
    Path out = folder.resolve("reproduction of figure 1");
    String command = "reproduce figure1 --quick --digits synthetic --checkpoint-every 0";
    try (Child child = Child.start(words(command, out))) {
      while (!child.said().contains("layer 1 epoch 1/")) {
        assertFalse(child.hasEndedWithin(5), child.said());
      }
      child.kill();
    }
    try (Child child = Child.start(words(command, out, "--resume"))) {
      while (!child.said().contains("layer 1 epoch 2/")) {
        assertFalse(child.hasEndedWithin(5), child.said());
      }
      child.kill();
      assertTrue(child.said().contains("resuming in layer 1"), child.said());
    }
  }

  @Test
  void aSecondProcessOnTheSameFolderIsRefused() throws Exception {
    Path out = folder.resolve("shared");
    String command = "train dbn --layers 60,40 --epochs 500";
    try (Child child = Child.start(words(command, out))) {
      awaitPartial(folder.resolve("shared.partial"), child);
      for (String more : List.of("--resume", "--force", "--quiet")) {
        CommandLine second = CommandLine.run(words(command, out, more));
        assertEquals(Unitscope.FAILED, second.code());
        assertTrue(second.err().contains("is being written by another run"), second.err());
        assertEquals(1, second.err().lines().count(), second.err());
      }
      assertFalse(child.hasEndedWithin(1), child.said());
    }
  }

  private static void photograph(Path file, int seed) throws IOException {
    SplitMix64 random = Seed.root(seed).stream();
    BufferedImage image = new BufferedImage(48, 48, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 48 * 48; i++) {
      image.getRaster().setSample(i % 48, i / 48, 0, (int) (random.nextDouble() * 256));
    }
    ImageIO.write(image, "png", file.toFile());
  }

  @Test
  void aRunWhoseDataChangedMeanwhileIsNotGoneOnWith() throws Exception {
    assumeTrue(Child.canBeInterrupted(), "SIGINT is ignored here");
    Path photographs = Files.createDirectory(folder.resolve("photographs"));
    photograph(photographs.resolve("a.png"), 1);
    photograph(photographs.resolve("b.png"), 2);
    String command =
        "train dbn --patches 200 --patch-size 8 --layers 60 --epochs 5000 --photographs "
            + photographs;
    Path out = folder.resolve("patches");
    Path partial = folder.resolve("patches.partial");
    try (Child child = Child.start(Child.interruptible(words(command, out)))) {
      awaitWords("layer 1 epoch 1/", child);
      child.send("INT");
      assertEquals(130, child.end(), child.said());
    }
    photograph(photographs.resolve("b.png"), 3);
    byte[] kept = Files.readAllBytes(partial.resolve("checkpoint.npz"));
    CommandLine changed = CommandLine.run(words(command, out, "--resume"));
    assertEquals(Unitscope.FAILED, changed.code());
    assertTrue(changed.err().contains("belongs to another run (dataFiles.b.png: "), changed.err());
    assertArrayEquals(kept, Files.readAllBytes(partial.resolve("checkpoint.npz")));
  }
}
