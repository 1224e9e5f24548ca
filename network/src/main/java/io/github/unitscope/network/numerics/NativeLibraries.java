package io.github.unitscope.network.numerics;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads ND4J and OpenBLAS as the launcher has them loaded: its kernels, its binary, one thread.
 * What the environment or the command line of Java has chosen stays.
 */
final class NativeLibraries {
  /** Which of ND4J's binaries; read by JavaCPP. */
  static final String BINARY = "org.bytedeco.javacpp.platform.extension";

  /** How much memory native arrays may have; read by JavaCPP. */
  static final String MEMORY = "org.bytedeco.javacpp.maxbytes";

  /** How much memory the process may have, Java's heap included; 0 for no limit. */
  static final String PHYSICAL_MEMORY = "org.bytedeco.javacpp.maxphysicalbytes";

  private static Optional<String> kernels = Optional.empty();
  private static OptionalLong memory = OptionalLong.empty();
  private static boolean isLoaded;

  private NativeLibraries() {}

  /**
   * Chooses, and loads; nothing if they are loaded already and nothing is chosen.
   *
   * @throws IllegalStateException if they are loaded already
   */
  static synchronized void load(Optional<String> otherKernels, OptionalLong nativeBytes) {
    if (isLoaded && (otherKernels.isPresent() || nativeBytes.isPresent())) {
      throw new IllegalStateException(
          "ND4J and OpenBLAS are loaded already: choose kernels and memory before anything else of"
              + " unitscope is used");
    }
    kernels = otherKernels;
    memory = nativeBytes;
    SingleThreadedBlas.require();
  }

  /** Loads, unless that has been done. */
  static synchronized void load() {
    if (isLoaded) {
      return;
    }
    isLoaded = true;
    setProperties();
    Optional<String> wanted = kernels.or(BlasKernels::preferred);
    NativeEnvironment.during(
        variables(wanted),
        () -> {
          Nd4j.getBackend();
          Loader.load(openblas_nolapack.class);
        });
    warnOfOthers(wanted);
  }

  private static void setProperties() {
    if (BlasKernels.hasAvx2() && System.getProperty(BINARY) == null) {
      System.setProperty(BINARY, "-onednn-avx2");
    }
    memory.ifPresent(
        bytes -> {
          System.setProperty(MEMORY, String.valueOf(bytes));
          System.setProperty(PHYSICAL_MEMORY, "0");
        });
  }

  private static Map<String, String> variables(Optional<String> wanted) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("OMP_NUM_THREADS", "1");
    variables.put("OPENBLAS_NUM_THREADS", "1");
    wanted.ifPresent(name -> variables.put(BlasKernels.VARIABLE, name));
    return variables;
  }

  private static void warnOfOthers(Optional<String> wanted) {
    Optional<String> running = BlasKernels.running();
    if (wanted.isPresent()
        && running.isPresent()
        && !wanted.get().equalsIgnoreCase(running.get())) {
      // The system's logger writes to standard error unless a program says otherwise.
      System.getLogger(NativeLibraries.class.getName())
          .log(
              System.Logger.Level.WARNING,
              String.format(
                  Locale.ROOT,
                  "OpenBLAS runs the kernels %s and not %s, as ./unitscope would: results have"
                      + " other bits; call Numerics.configure before anything else loads ND4J, or"
                      + " export %s=%s",
                  running.get(),
                  wanted.get(),
                  BlasKernels.VARIABLE,
                  wanted.get()));
    }
  }
}
