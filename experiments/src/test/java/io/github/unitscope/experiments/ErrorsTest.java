package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of the virtual machine, made for real in processes of their own: each is one line. */
class ErrorsTest {
  @TempDir Path folder;

  /** A training with options of the virtual machine; what it says in its only line. */
  private String line(List<String> options, Object... size) throws Exception {
    Path out = folder.resolve("run");
    List<Object> arguments = new ArrayList<>(List.of("train", "dbn", "--quiet", "--out", out));
    arguments.addAll(List.of(size));
    List<String> command = Child.command(arguments.toArray());
    // Before the class: of two that contradict each other, the last one counts.
    command.addAll(command.indexOf(Unitscope.class.getName()), options);
    try (Child child = Child.start(command)) {
      assertEquals(Unitscope.FAILED, child.end(), child.said());
      List<String> lines =
          child.said().lines().filter(line -> !line.startsWith("WARNING: ")).toList();
      assertEquals(1, lines.size(), child.said());
      assertTrue(lines.get(0).startsWith("unitscope: "), child.said());
      assertFalse(Files.exists(out));
      return lines.get(0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aFullHeapIsNamedWithItsSize(int threads) throws Exception {
    String said = line(List.of("-Xmx40m"), "--layers", "1000,1000", "--threads", threads);
    assertTrue(said.contains("out of memory"), said);
    assertTrue(said.contains("UNITSCOPE_JAVA_OPTS=-Xmx"), said);
  }

  @Test
  void wantOfNativeMemoryIsNamedWithItsLimit() throws Exception {
    String said = line(List.of("-Dorg.bytedeco.javacpp.maxphysicalbytes=20m"), "--layers", 20);
    assertTrue(said.contains("out of memory"), said);
    assertTrue(said.contains("-Dorg.bytedeco.javacpp.maxbytes="), said);
  }

  @Test
  void nativeCodeThatCannotBeLoadedIsNamed() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Namespace.require("mount -t tmpfs -o noexec none " + disk);
    List<String> command = Child.command("train", "dbn", "--out", folder.resolve("run"));
    command.add(1, "-Dorg.bytedeco.javacpp.cachedir=" + disk);
    String said =
        Namespace.run(
            "mount -t tmpfs -o noexec none " + disk,
            "code=0; '" + String.join("' '", command) + "' || code=$?",
            "echo exit $code");
    List<String> lines = said.lines().filter(line -> !line.startsWith("WARNING: ")).toList();
    assertEquals(2, lines.size(), said);
    assertTrue(lines.get(0).startsWith("unitscope: "), said);
    assertTrue(lines.get(0).contains("noexec"), said);
    assertEquals("exit 1", lines.get(1), said);
  }

  @Test
  void aMissingPartOfTheProgramIsNamed() throws Exception {
    String rest =
        Stream.of(System.getProperty("java.class.path").split(":"))
            .filter(part -> !part.contains("javacpp-1"))
            .collect(Collectors.joining(":"));
    String said = line(List.of("-cp", rest), "--layers", 4);
    assertTrue(said.contains("is missing"), said);
    assertTrue(said.contains("build it again"), said);
  }

  @Test
  void theStackIsNamed() {
    Failure failure = Failure.of(new StackOverflowError());
    assertEquals(Unitscope.FAILED, failure.code());
    assertTrue(failure.message().contains("-Xss"), failure.message());
  }
}
