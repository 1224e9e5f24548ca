package io.github.unitscope.experiments.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TerminalTest {

  /** Names of layers and classes come from files of strangers. */
  @Test
  void namesCannotSteerTheTerminal() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, false);
    terminal.say("%s", "a\u001b[2J\u009b2J\u202eb\tµ");
    terminal.warn("x\u0007\nmade up");
    terminal.fail("one\u001b]0;title\u0007\ntwo");
    assertEquals(
        String.format(
            Locale.ROOT, "a?[2J?2J?b?µ%nwarning: x??made up%nunitscope: one?]0;title??two%n"),
        bytes.toString(StandardCharsets.UTF_8));
  }
}
