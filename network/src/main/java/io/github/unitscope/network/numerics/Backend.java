package io.github.unitscope.network.numerics;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;

/** What ND4J computes on: the processor, or a device with memory of its own. */
public final class Backend {
  /**
   * Set to {@code copied} to treat the processor as a device with memory of its own: what is
   * computed stays the same, and can be tested without such a device.
   */
  static final String MEMORY_PROPERTY = "unitscope.memory";

  private Backend() {}

  /** The name of ND4J's backend, for example {@code CpuBackend}. */
  public static String name() {
    try {
      NativeLibraries.load();
      return Nd4j.getBackend().getClass().getSimpleName();
    } catch (LinkageError | RuntimeException e) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "ND4J finds nothing to compute on (%s): a library of this platform or of its GPU is"
                  + " missing, or the folder for native code cannot be used. That has to be writable,"
                  + " with 500 MB free, and not mounted noexec; another one:"
                  + " UNITSCOPE_JAVA_OPTS=-Dorg.bytedeco.javacpp.cachedir=FOLDER",
              cause(e)),
          e);
    }
  }

  /** Whether Java sees the memory in which ND4J computes. */
  static boolean sharesMemory() {
    return isProcessor() && !"copied".equals(System.getProperty(MEMORY_PROPERTY));
  }

  private static String cause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  private static boolean isProcessor() {
    return name().equals("CpuBackend");
  }

  /**
   * Checks that ND4J computes on what the program was built for.
   *
   * @param artifact that the program was built with, for example {@code nd4j-native-platform}
   * @throws InvalidInputException if it was built for a GPU and there is none that can be used
   */
  public static void require(String artifact) {
    if (artifact.contains("cuda") && !hasDevice()) {
      throw new InvalidInputException(
          "this build is for NVIDIA GPUs (-Pcuda) and finds none that it can use: it needs a driver for CUDA 11.6 and a device of compute capability 3.7 to 8.9 (not Hopper or later); build without -Pcuda for the processor");
    }
  }

  private static boolean hasDevice() {
    PrintStream errors = System.err;
    // ND4J prints stack traces of its own where a driver is missing.
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      return !isProcessor();
    } catch (InvalidInputException e) {
      return false;
    } finally {
      System.setErr(errors);
    }
  }
}
