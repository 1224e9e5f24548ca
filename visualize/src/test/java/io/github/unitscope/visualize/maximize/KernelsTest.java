package io.github.unitscope.visualize.maximize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * OpenBLAS' kernels differ in how they add, and each must give an ascent the same bits alone and
 * among others. A process gets its kernels when it begins, so each needs its own.
 */
class KernelsTest {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  /** What the other process does; it ends with another code than 0 if that fails. */
  public static void main(String[] arguments) {
    new MaximizerTest().sameBitsAloneAndAmongMany();
  }

  @ParameterizedTest
  @CsvSource({"Nehalem, sse4_2", "Haswell, avx2 fma", "SkylakeX, avx512f avx512bw avx512vl"})
  void sameBitsAloneAndAmongManyWithOtherKernels(String kernels, String needed)
      throws IOException, InterruptedException {
    assumeTrue(isAbleTo(needed), "this processor has no " + needed);
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            KernelsTest.class.getName());
    builder.environment().put("OPENBLAS_CORETYPE", kernels);
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
  }

  private static boolean isAbleTo(String needed) throws IOException {
    if (!Files.isReadable(PROCESSOR)) {
      return false;
    }
    List<String> words = Arrays.asList(Files.readString(PROCESSOR).split("\\s+"));
    return words.containsAll(List.of(needed.split(" ")));
  }
}
