package io.github.unitscope.experiments.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.experiments.diff.Diff;
import io.github.unitscope.experiments.gabor.GaborCommand;
import io.github.unitscope.experiments.train.StackKind;
import io.github.unitscope.experiments.train.TrainStack;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandParserTest {
  private static CommandParser parser(Command command) {
    return new CommandParser(new GlobalOptions(), command);
  }

  @Test
  void whatACommandCanDoIsKnownBeforeItIsParsed() {
    assertTrue(parser(new TrainStack(StackKind.DBN)).canResume());
    assertTrue(parser(new TrainStack(StackKind.DBN)).leavesRun());
    assertFalse(parser(new GaborCommand()).canResume());
    assertTrue(parser(new GaborCommand()).leavesRun());
    assertFalse(parser(new Diff()).leavesRun());
  }

  /** JCommander looks behind the end for what follows them. */
  @Test
  void twoDashesAreNoValue() {
    String message =
        assertThrows(
                UsageException.class,
                () ->
                    parser(new TrainStack(StackKind.DBN))
                        .parse(List.of("--epochs", "1", "--seed", "--")))
            .getMessage();
    assertTrue(message.startsWith("the value of an option is missing: see ./unitscope train dbn"));
  }

  @Test
  void argumentsParseToTheSameAgain() {
    CommandParser first = parser(new TrainStack(StackKind.DBN));
    assertTrue(first.canResume());
    first.parse(
        List.of(
            "--layers",
            "20",
            "--rate",
            "1e-3",
            "--seed",
            "-7",
            "--data",
            "leaves",
            "--photographs",
            "a b,ü'x",
            "--whitening",
            "olshausen_field"));
    List<String> words = first.arguments();
    CommandParser second = parser(new TrainStack(StackKind.DBN));
    second.parse(words.subList(2, words.size()));
    assertEquals(words, second.arguments());
    assertTrue(words.containsAll(List.of("-7", "a b,ü'x", "olshausen_field")), words.toString());
  }
}
