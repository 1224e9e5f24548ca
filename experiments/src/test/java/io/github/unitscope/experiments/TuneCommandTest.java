package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.experiments.terminal.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tune}: its table, its resumption, its failures. */
class TuneCommandTest {
  private static final List<Object> SEARCH =
      List.of(
          "tune",
          "dbn",
          "--over",
          "layers=12,10x8",
          "rate=0.05,90000",
          "epochs=1",
          "finetune-epochs=1");

  @TempDir Path folder;

  private static Object[] command(List<?> search, Object... more) {
    List<Object> words = new ArrayList<>(search);
    words.addAll(Arrays.asList(more));
    return words.toArray();
  }

  /** What a kill after the first trial leaves: the terminal takes no line, so the search ends. */
  private void killAfterFirstTrial(Path out) {
    PrintStream broken =
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            throw new IllegalStateException("killed");
          }
        };
    Terminal terminal = new Terminal(broken, broken, false);
    String[] words =
        Arrays.stream(command(SEARCH, "--out", out)).map(String::valueOf).toArray(String[]::new);
    assertThrows(IllegalStateException.class, () -> Unitscope.run(terminal, words));
    assertFalse(Files.exists(out));
  }

  @Test
  void aKilledSearchGoesOnAndEndsAsIfItHadNotBeen() throws IOException {
    Path whole = folder.resolve("whole");
    Path killed = folder.resolve("killed");
    CommandLine first = CommandLine.succeed(command(SEARCH, "--out", whole));
    killAfterFirstTrial(killed);
    CommandLine second = CommandLine.succeed(command(SEARCH, "--out", killed, "--resume"));
    assertEquals(
        1, second.err().lines().filter(line -> line.contains("from an earlier run")).count());
    assertEquals(trials(whole), trials(killed));
    assertEquals(5, Files.readAllLines(killed.resolve("times.csv")).size());
    assertFalse(Files.exists(folder.resolve("killed.partial")));
    assertTrue(first.out().contains("./unitscope finetune --model runs/best-dbn"), first.out());
  }

  /** Two trials have numbers, the two with the absurd rate a problem, and come last. */
  private static List<String> trials(Path out) throws IOException {
    List<String> lines = Files.readAllLines(out.resolve("trials.csv"));
    assertEquals(5, lines.size());
    assertTrue(
        lines.get(1).startsWith("1,") && lines.get(1).contains(",0.05,1,1,0."), lines.get(1));
    assertTrue(lines.get(3).contains("diverged") && lines.get(4).contains("diverged"));
    return lines;
  }

  @Test
  void aTrialThatWasChangedIsNamedAndAnotherSearchIsNotMixedIn() throws IOException {
    Path out = folder.resolve("damaged");
    killAfterFirstTrial(out);
    CommandLine unasked = CommandLine.run(command(SEARCH, "--out", out));
    assertEquals(Unitscope.FAILED, unasked.code());
    assertTrue(unasked.err().contains("use --resume to continue it"), unasked.err());
    CommandLine other =
        CommandLine.run("tune", "dbn", "--over", "epochs=1,2", "--out", out, "--resume");
    assertEquals(Unitscope.FAILED, other.code());
    assertTrue(other.err().contains("belongs to another run (settings."), other.err());
    Path trial = folder.resolve("damaged.partial").resolve("trial-00001.json");
    Files.writeString(trial, Files.readString(trial).substring(0, 30));
    CommandLine result = CommandLine.run(command(SEARCH, "--out", out, "--resume"));
    assertEquals(Unitscope.FAILED, result.code());
    assertTrue(result.err().contains(trial + " was modified after"), result.err());
    assertEquals(1, result.err().lines().count());
  }

  @Test
  void wrongOptionsAreToldBeforeTheFirstTrial() {
    for (String over : List.of("frobnicate=1", "rate=-1", "finetune-dropout=2", "rate=0.1..1")) {
      CommandLine result =
          CommandLine.run("tune", "dbn", "--over", over, "--out", folder.resolve("no"));
      assertEquals(Unitscope.WRONG_USAGE, result.code(), result.err());
      assertEquals(1, result.err().lines().count());
    }
    assertEquals(Unitscope.WRONG_USAGE, CommandLine.run("tune", "sdae").code());
  }

  @Test
  void autoencodersAreSearchedForTheSameWay() {
    CommandLine result =
        CommandLine.succeed(
            "tune",
            "sdae",
            "--search",
            "random",
            "--trials",
            2,
            "--over",
            "level=0.1..0.4",
            "layers=8",
            "epochs=1",
            "batch=100",
            "finetune-epochs=1",
            "--out",
            folder.resolve("sdae"));
    assertTrue(result.out().contains("./unitscope train sdae --data synthetic"), result.out());
  }

  @Test
  void patchesAreJudgedByReconstructionAndNothingIsFineTuned() {
    Object[] patches = {"--data", "leaves", "--patches", 300};
    CommandLine result =
        CommandLine.succeed(
            command(
                List.of("tune", "sdae", "--over", "layers=5,20", "first-epochs=1", "level=0.1,0.2"),
                command(List.of("--out", folder.resolve("patches")), patches)));
    assertTrue(result.out().contains("reconstruction error of 4 trials"), result.out());
    assertTrue(result.out().contains("layers=20"), result.out());
    // A stack of one layer has no upper layers, whose noise this is.
    assertTrue(result.out().contains("trials 1 and 2 gave the same model"), result.out());
    CommandLine refused =
        CommandLine.run(command(List.of("tune", "sdae", "--over", "finetune-rate=1"), patches));
    assertEquals(Unitscope.WRONG_USAGE, refused.code());
    assertTrue(refused.err().contains("no labels"), refused.err());
  }
}
