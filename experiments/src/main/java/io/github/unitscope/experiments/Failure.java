package io.github.unitscope.experiments;

import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What ended a command, for a person.
 *
 * @param code the exit code
 * @param message one line: what is wrong, and what to do
 */
record Failure(int code, String message) {
  private static final String OPTIONS = "UNITSCOPE_JAVA_OPTS=";

  /** The failure that something thrown stands for, whatever it is. */
  static Failure of(Throwable thrown) {
    if (thrown instanceof UsageException) {
      return new Failure(Unitscope.WRONG_USAGE, thrown.getMessage());
    }
    return new Failure(Unitscope.FAILED, describe(thrown));
  }

  private static String describe(Throwable thrown) {
    // Libraries wrap what they meet: ND4J the want of memory, Java what a static initializer
    // throws.
    for (Throwable cause : causes(thrown).toList()) {
      if (cause instanceof InvalidInputException) {
        return cause.getMessage();
      }
      if (cause instanceof OutOfMemoryError) {
        return outOfMemory(String.valueOf(cause.getMessage()));
      }
      if (cause instanceof UnsatisfiedLinkError) {
        return "a native library cannot be loaded ("
            + cause.getMessage()
            + "): if a file is missing or has no room, is the folder for native code writable, with"
            + " 500 MB free, and not mounted noexec? Another one: "
            + OPTIONS
            + "-Dorg.bytedeco.javacpp.cachedir=FOLDER";
      }
    }
    if (thrown instanceof IOException io) {
      return describe(io);
    }
    if (thrown instanceof StackOverflowError) {
      return "the stack is too small for this input; a larger one: " + OPTIONS + "-Xss16m";
    }
    Throwable root = causes(thrown).reduce((first, last) -> last).orElse(thrown);
    if (thrown instanceof LinkageError
        && (root instanceof LinkageError || root instanceof ClassNotFoundException)) {
      return "a part of the program is missing or belongs to another version ("
          + root
          + "): build it again with mvn -DskipTests clean package";
    }
    return "this is a bug, please report it with --verbose: " + thrown;
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(20);
  }

  /** The kinds are told apart by the texts of the virtual machine and of JavaCPP. */
  private static String outOfMemory(String kind) {
    if (kind.contains("native thread")) {
      return "no more threads can be started: use fewer (--threads 1), or raise the limit of"
          + " processes (ulimit -u) or of the container";
    }
    boolean isJava = kind.contains("Java heap space") || kind.contains("GC overhead");
    String limit =
        isJava
            ? String.format(
                Locale.ROOT,
                "Java's heap has %d MiB (more: %s-Xmx…)",
                Runtime.getRuntime().maxMemory() >> 20,
                OPTIONS)
            : String.format(
                Locale.ROOT,
                "%s (more for ND4J: %s-Dorg.bytedeco.javacpp.maxbytes=…)",
                kind,
                OPTIONS);
    return "out of memory: look at fewer units or restarts at once, or use a smaller model; "
        + limit;
  }

  /** Many of Java's messages are only the name of the file. */
  private static String describe(IOException e) {
    String kind = e.getClass().getSimpleName().replaceAll("Exception$", "");
    String spaced = kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return e.getClass() == IOException.class ? e.getMessage() : spaced + ": " + e.getMessage();
  }
}
