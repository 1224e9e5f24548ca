package io.github.unitscope.experiments.hostile;

import io.github.unitscope.experiments.CommandLine;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A process that runs one command line after the other, since to start a virtual machine takes
 * longer than most of them. It reads the number of words and the words, and answers with the exit
 * code and what was said on standard error.
 */
final class OptionWorker {
  private static final int LONGEST_ANSWER = 10_000;

  private OptionWorker() {}

  /** Ends with its input. */
  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out = new DataOutputStream(System.out);
    // What a library prints must not come between the answers.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      for (; ; ) {
        Object[] words = new Object[in.readInt()];
        for (int i = 0; i < words.length; i++) {
          words[i] = in.readUTF();
        }
        CommandLine result = CommandLine.run(words);
        out.writeInt(result.code());
        String said = result.err();
        out.writeUTF(said.substring(0, Math.min(said.length(), LONGEST_ANSWER)));
        out.flush();
      }
    } catch (EOFException e) {
      System.exit(0);
    }
  }
}
