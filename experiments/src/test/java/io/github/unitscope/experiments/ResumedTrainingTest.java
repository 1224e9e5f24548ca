package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.network.storage.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train … --resume} after a sudden end: every file has the bytes of an undisturbed run. */
@Tag("slow")
class ResumedTrainingTest {
  private static final Set<String> NEVER_THE_SAME = Set.of("manifest.json", "times.csv");

  @TempDir Path folder;

  private static Object[] words(String command, Object... more) {
    List<Object> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(Arrays.asList(more));
    return words.toArray();
  }

  /** Ends a command at a line that it says, as a kill would: nothing is cleaned up after it. */
  private static List<String> killAtLine(int line, Object... arguments) {
    List<String> said = new ArrayList<>();
    PrintStream broken =
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8) {
          @Override
          public void println(String text) {
            said.add(text);
            if (said.size() >= line) {
              throw new IllegalStateException("killed");
            }
          }
        };
    Terminal terminal = new Terminal(broken, broken, false);
    String[] words = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    assertThrows(IllegalStateException.class, () -> Unitscope.run(terminal, words));
    return said;
  }

  private static Set<String> files(Path run) throws IOException {
    try (Stream<Path> all = Files.walk(run)) {
      Set<String> names = new TreeSet<>();
      all.filter(Files::isRegularFile)
          .map(file -> run.relativize(file).toString())
          .forEach(names::add);
      return names;
    }
  }

  private static void assertSameFiles(Path expected, Path actual) throws IOException {
    Set<String> names = files(expected);
    assertEquals(names, files(actual));
    for (String name : names) {
      if (!NEVER_THE_SAME.contains(Path.of(name).getFileName().toString())) {
        assertEquals(-1, Files.mismatch(expected.resolve(name), actual.resolve(name)), name);
      }
    }
    assertEquals(
        Files.readAllLines(expected.resolve("times.csv")).size(),
        Files.readAllLines(actual.resolve("times.csv")).size());
  }

  /** Kills it at its second line, goes on, kills that too, and goes on to the end. */
  private String comesBackTwice(String command) throws IOException {
    Path undisturbed = folder.resolve("undisturbed");
    Path killed = folder.resolve("killed");
    CommandLine.succeed(words(command, "--out", undisturbed));
    Object[] again = words(command, "--out", killed, "--checkpoint-every", 0);
    killAtLine(2, again);
    assertFalse(Files.exists(killed));
    Object[] resume = words(command, "--out", killed, "--checkpoint-every", 0, "--resume");
    List<String> said = killAtLine(3, resume);
    assertTrue(said.get(0).contains("resuming in"), said::toString);
    CommandLine end =
        CommandLine.succeed(words(command, "--out", killed, "--resume", "--threads", 1));
    assertSameFiles(undisturbed, killed);
    assertFalse(Files.exists(folder.resolve("killed.partial")));
    return end.err();
  }

  @Test
  void deepBeliefNetworksComeBack() throws IOException {
    String err = comesBackTwice("train dbn --layers 12,8 --epochs 2 --algorithm pcd");
    assertTrue(err.contains("layer 1 is already trained"), err);
    assertTrue(err.contains("resuming in layer 2, epoch 1, step "), err);
  }

  @Test
  void laddersComeBack() throws IOException {
    comesBackTwice("train dbn --layers 12,8 --epochs 2 --algorithm ptt --rate 0.3");
  }

  @Test
  void autoencodersComeBack() throws IOException {
    comesBackTwice("train sdae --layers 12,8 --epochs 2 --batch 200");
  }

  @Test
  void convolutionalNetworksComeBackWithWhatWasKeptOnTheWay() throws IOException {
    comesBackTwice(
        "train convnet --steps 8 --batch 32 --test-every 2 --dropout 0.2 --checkpoints 0,1,5,8");
    Path killed = folder.resolve("killed");
    assertTrue(files(killed).contains("checkpoints/step-5/weights.npz"));
    String other =
        "train convnet --steps 8 --batch 32 --test-every 2 --dropout 0.2 --checkpoints 0,1,6,8";
    CommandLine refused = CommandLine.run(words(other, "--out", killed, "--resume"));
    assertEquals(Unitscope.FAILED, refused.code(), "another run is not taken for this one");
  }

  @Test
  void aFailureBeforeTheFirstCheckpointLeavesNothingInTheWay() {
    Path out = folder.resolve("diverged");
    CommandLine diverged =
        CommandLine.run(words("train convnet --steps 3 --batch 32 --rate 1e30", "--out", out));
    assertEquals(Unitscope.FAILED, diverged.code());
    assertTrue(diverged.err().contains("training diverged"), diverged.err());
    assertFalse(Files.exists(folder.resolve("diverged.partial")));
  }

  @Test
  void aDamagedCheckpointIsToldInOneLineAndCanBeLeft() throws IOException {
    String command = "train dbn --layers 6 --epochs 2";
    Path out = folder.resolve("damaged");
    killAtLine(2, words(command, "--out", out, "--checkpoint-every", 0));
    Path checkpoint = folder.resolve("damaged.partial").resolve("checkpoint.npz");
    Map<String, NpyArray> state = new LinkedHashMap<>();
    try (NpzReader npz = NpzReader.open(checkpoint)) {
      npz.names().forEach(name -> state.put(name, npz.get(name)));
    }
    state.put("layer_1_hidden_bias", NpyArray.of(new float[5], 5));
    try (OutputStream file = Files.newOutputStream(checkpoint);
        NpzWriter npz = NpzWriter.stored(file)) {
      for (Map.Entry<String, NpyArray> array : state.entrySet()) {
        npz.add(array.getKey(), array.getValue());
      }
    }
    for (String option : List.of("--resume", "--force")) {
      CommandLine changed = CommandLine.run(words(command, "--out", out, option));
      assertEquals(Unitscope.FAILED, changed.code());
      assertTrue(changed.err().contains(checkpoint + " was modified after"), changed.err());
    }
    // As if unitscope had written it so.
    Files.writeString(
        checkpoint.resolveSibling("files.sha256"),
        Sha256.of(checkpoint) + "  checkpoint.npz\n",
        StandardOpenOption.APPEND);
    CommandLine refused = CommandLine.run(words(command, "--out", out, "--resume"));
    assertEquals(Unitscope.FAILED, refused.code());
    assertTrue(refused.err().contains("'layer_1_hidden_bias' has shape [5]"), refused.err());
    assertTrue(refused.err().contains("use --force to start over"), refused.err());
    assertEquals(1, refused.err().lines().count());
    CommandLine.succeed(words(command, "--out", out, "--force"));
  }
}
