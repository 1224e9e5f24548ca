package io.github.unitscope.network.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlasKernelsTest {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final Set<String> OLD = Set.of("sse4_2", "ssse3", "avx");

  /** What the other process does. */
  public static void main(String[] arguments) {
    System.out.println("uses " + Matrix.blas());
  }

  /** A process gets its kernels when it begins, so each needs its own. */
  @ParameterizedTest
  @CsvSource({
    "Nehalem, Nehalem, sse4_2",
    "haswell, Haswell, avx2 fma",
    "SkylakeX, SkylakeX, avx512f avx512bw avx512vl",
    "Penryn, Core2, ssse3"
  })
  void whatOpenBlasRunsIsNamedAndNotWhatItWasAskedFor(String asked, String runs, String needed)
      throws IOException, InterruptedException {
    assumeTrue(isAbleTo(needed), "this processor has no " + needed);
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            BlasKernelsTest.class.getName());
    builder.environment().put("OPENBLAS_CORETYPE", asked);
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    assertTrue(printed.lines().anyMatch(("uses OPENBLAS " + runs)::equals), printed);
  }

  private static boolean isAbleTo(String needed) throws IOException {
    if (!Files.isReadable(PROCESSOR)) {
      return false;
    }
    List<String> words = Arrays.asList(Files.readString(PROCESSOR).split("\\s+"));
    return words.containsAll(List.of(needed.split(" ")));
  }

  @Test
  void kernelsThatThereAreNotAreRefusedWithThoseThatThereAre() {
    assertEquals(
        "unknown BLAS kernels 'Foo' (UNITSCOPE_BLAS_KERNELS, or OPENBLAS_CORETYPE without the launcher); expected one of Prescott, Core2, Nehalem, Barcelona, Sandybridge",
        refusal("Foo"));
    assertTrue(refusal("").startsWith("unknown BLAS kernels ''"));
  }

  @Test
  void kernelsThatTheProcessorCannotRunAreRefused() {
    String message = refusal("SkylakeX");
    assertTrue(message.startsWith("this processor cannot run the BLAS kernels 'SkylakeX'"));
    assertTrue(message.endsWith("Barcelona, Sandybridge"), message);
  }

  private static String refusal(String asked) {
    return assertThrows(InvalidInputException.class, () -> BlasKernels.requireUsable(asked, OLD))
        .getMessage();
  }

  @Test
  void whatIsNotAskedForOrCanRunIsFine() {
    BlasKernels.requireUsable(null, OLD);
    BlasKernels.requireUsable("sandybridge", OLD);
    BlasKernels.requireUsable("SkylakeX", Set.of());
  }
}
