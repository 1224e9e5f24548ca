package io.github.unitscope.experiments.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.experiments.Unitscope;
import io.github.unitscope.testing.JavaOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which memory the launcher gives to Java, from files as Linux shows its limits. */
class MemoryTest {
  private static final long MEBIBYTE = 1 << 20;

  @TempDir Path folder;

  @BeforeEach
  void aMachineOf16Gigabytes() throws IOException {
    write("proc/meminfo", "MemTotal:       16777216 kB\nMemFree: 1 kB\n");
    write("proc/self/cgroup", "0::/\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private void limit(String file, long mebibytes) throws IOException {
    write("cgroup/" + file, mebibytes * MEBIBYTE + "\n");
  }

  private Shell options(String addresses, Map<String, String> environment) throws Exception {
    return Shell.run(
        String.join(
            "\n",
            "set -euo pipefail",
            "fail() { echo \"$1\"; exit 1; }",
            "options=()",
            ". '" + Shell.HOME.resolve("launcher/memory.sh") + "'",
            "proc='" + folder.resolve("proc") + "'",
            "cgroups='" + folder.resolve("cgroup") + "'",
            "add_memory_options \"$(available)\" " + addresses + " 2",
            "for option in ${options[@]+\"${options[@]}\"}; do echo \"$option\"; done"),
        environment);
  }

  private void assertLimits(int heap, int nativeMemory) throws Exception {
    Shell shell = options("unlimited", Map.of());
    assertEquals(
        List.of(
            "-Xmx" + heap + "m",
            "-Dorg.bytedeco.javacpp.maxbytes=" + nativeMemory + "m",
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"),
        shell.said().lines().toList());
  }

  @Test
  void withoutALimitHalfOfTheMachineIsForTheHeap() throws Exception {
    write("cgroup/memory.max", "max\n");
    assertLimits(8192, 4051);
  }

  @Test
  void ofNestedGroupsTheSmallestLimitCounts() throws Exception {
    write("proc/self/cgroup", "0::/outer/middle/inner\n");
    write("cgroup/outer/middle/inner/memory.max", "max\n");
    limit("outer/middle/memory.max", 4096);
    limit("outer/memory.max", 2048);
    assertLimits(1024, 467);
    limit("outer/middle/inner/memory.max", 1024);
    assertLimits(512, 211);
  }

  @Test
  void groupsOfTheFirstVersionAreRead() throws Exception {
    write("proc/self/cgroup", "5:cpu,cpuacct:/a\n4:memory:/docker/0123\n0::/\n");
    write("cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    assertLimits(8192, 4051);
    // A container may see its group only as the root.
    limit("memory/memory.limit_in_bytes", 1000);
    assertLimits(500, 205);
    limit("memory/docker/0123/memory.limit_in_bytes", 400);
    assertLimits(165, 55);
  }

  @ParameterizedTest
  @CsvSource({"0::/../..", "nonsense", "''"})
  void groupsThatCannotBeReadChangeNothing(String line) throws Exception {
    write("proc/self/cgroup", line);
    assertLimits(8192, 4051);
  }

  @Test
  void whereNothingIsKnownJavaDecides() throws Exception {
    Files.delete(folder.resolve("proc/meminfo"));
    Files.delete(folder.resolve("proc/self/cgroup"));
    assertEquals(new Shell(0, ""), options("unlimited", Map.of()));
  }

  @Test
  void tooLittleMemoryIsRefusedInOneLine() throws Exception {
    limit("memory.max", 200);
    Shell shell = options("unlimited", Map.of());
    assertEquals(1, shell.code());
    assertEquals(1, shell.said().lines().count(), shell.said());
    assertTrue(shell.said().startsWith("200 MiB of memory are too little: 266"), shell.said());
    assertEquals(new Shell(0, ""), options("unlimited", Map.of("UNITSCOPE_JAVA_OPTS", "-Xmx50m")));
  }

  @Test
  void aLimitOfAddressesLeavesRoomForWhatJavaReserves() throws Exception {
    Shell enough = options(String.valueOf(3500 * 1024), Map.of());
    assertTrue(enough.said().contains("-Xmx750m\n"), enough.said());
    assertTrue(enough.said().contains("maxbytes=250m"), enough.said());
    Shell little = options(String.valueOf(2400 * 1024), Map.of());
    assertEquals(1, little.code());
    assertEquals(1, little.said().lines().count(), little.said());
    assertTrue(little.said().startsWith("ulimit -v allows 2400 MiB"), little.said());
  }

  /** The reckoning holds: with what it asks for, a training runs. */
  @Test
  void aTrainingRunsWithinTheLeastAddressesThatAreAccepted() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no Linux");
    int cores = Runtime.getRuntime().availableProcessors();
    Shell shell =
        Shell.run(
            String.join(
                "\n",
                String.format(Locale.ROOT, "ulimit -v $(( (2300 + 100 * %d + 90) * 1024 ))", cores),
                "options=()",
                ". '" + Shell.HOME.resolve("launcher/memory.sh") + "'",
                "add_memory_options 16000 \"$(ulimit -v)\" " + cores,
                String.format(
                    Locale.ROOT,
                    "exec '%s' \"${options[@]}\" %s -XX:+UseParallelGC -cp '%s' %s train dbn --layers 20 --epochs 1 --quiet --out '%s'",
                    ProcessHandle.current().info().command().orElseThrow(),
                    String.join(" ", JavaOptions.QUIET),
                    System.getProperty("java.class.path"),
                    Unitscope.class.getName(),
                    folder.resolve("run"))),
            Map.of());
    assertEquals(new Shell(0, ""), shell);
  }
}
