package io.github.unitscope.network.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Libraries are loaded once in a process, so each case needs its own. */
class NumericsTest {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  /** What the other process does. */
  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "nothing" -> {}
      case "nehalem" -> Numerics.builder().kernels("Nehalem").nativeMemory(123 << 20).configure();
      case "late" -> {
        Matrix.zeros(1, 1);
        Numerics.configure();
        try {
          Numerics.builder().kernels("Nehalem").configure();
        } catch (IllegalStateException e) {
          System.out.println("refused: " + e.getMessage());
        }
      }
      case "nd4j first" -> Nd4j.getBackend();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    System.out.println("uses " + Matrix.blas());
    System.out.println("memory " + Pointer.maxBytes());
    Process child = new ProcessBuilder("env").inheritIO().start();
    child.waitFor();
  }

  private static List<String> run(String what) throws IOException, InterruptedException {
    assumeTrue(Files.isReadable(PROCESSOR), "needs Linux");
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            NumericsTest.class.getName(),
            what);
    builder.environment().keySet().removeIf(name -> name.matches("(OPENBLAS|OMP|UNITSCOPE)_.*"));
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed.lines().toList();
  }

  private static Set<String> processor() throws IOException {
    return Set.copyOf(
        Arrays.asList(Files.readString(PROCESSOR, StandardCharsets.UTF_8).split("\\s+")));
  }

  private static String used(List<String> printed) {
    return printed.stream().filter(line -> line.startsWith("uses ")).findFirst().orElseThrow();
  }

  @Test
  void withoutACallTheKernelsAreThoseOfTheLauncher() throws Exception {
    List<String> printed = run("nothing");
    Optional<String> suited = BlasKernels.suited(processor());
    assumeTrue(suited.isPresent(), "OpenBLAS chooses here");
    assertEquals("uses OPENBLAS " + suited.get(), used(printed));
    assertFalse(printed.stream().anyMatch(line -> line.contains("other bits")), "" + printed);
  }

  @Test
  void whatNativeCodeWasToldIsNotPassedOn() throws Exception {
    assertFalse(run("nothing").stream().anyMatch(line -> line.matches("(OPENBLAS|OMP)_.*")));
  }

  @Test
  void aProgramChoosesKernelsAndMemory() throws Exception {
    assumeTrue(processor().contains("sse4_2"), "this processor has no SSE 4.2");
    List<String> printed = run("nehalem");
    assertEquals("uses OPENBLAS Nehalem", used(printed));
    assertTrue(printed.contains("memory " + (123 << 20)), "" + printed);
  }

  @Test
  void itIsTooLateOnceAMatrixIsThere() throws Exception {
    assertTrue(
        run("late")
            .contains(
                "refused: ND4J and OpenBLAS are loaded already: choose kernels and memory before anything else of unitscope is used"));
  }

  @Test
  void whereAnotherLibraryWasFirstItIsSaidOnceThatBitsDiffer() throws Exception {
    List<String> printed = run("nd4j first");
    String suited = BlasKernels.suited(processor()).orElse("");
    assumeTrue(
        !suited.isEmpty() && !used(printed).equals("uses OPENBLAS " + suited),
        "OpenBLAS takes the same kernels here");
    List<String> said = printed.stream().filter(line -> line.contains("other bits")).toList();
    assertEquals(1, said.size(), "" + printed);
    assertTrue(said.get(0).endsWith("export OPENBLAS_CORETYPE=" + suited), said.get(0));
  }

  @Test
  void theFeaturesOfTheProcessorDecide() {
    Set<String> avx2 = Set.of("avx2", "fma");
    assertEquals(Optional.of("Haswell"), BlasKernels.suited(avx2));
    assertEquals(
        Optional.of("SkylakeX"),
        BlasKernels.suited(
            Set.of("avx2", "fma", "avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl")));
    assertEquals(Optional.empty(), BlasKernels.suited(Set.of("avx2")));
    assertEquals(Optional.empty(), BlasKernels.suited(Set.of()));
  }

  @Test
  void choicesThatCannotBeAreRefused() {
    assertThrows(InvalidInputException.class, () -> Numerics.builder().kernels("Foo").configure());
    assertThrows(InvalidInputException.class, () -> Numerics.builder().nativeMemory(0));
  }
}
