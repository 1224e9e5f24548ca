package io.github.unitscope.experiments.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.experiments.Unitscope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of libraries with known vulnerabilities that Deeplearning4j carries inside itself, the vulnerable
 * parts are never loaded: what {@code SECURITY.md} says of them.
 */
@Tag("slow")
class LoadedLibrariesTest {
  private static final Pattern LOADED = Pattern.compile("\\] (\\S+) source:");

  /** Readers of YAML, XML and protocol buffers; helpers with temporary files; names of classes. */
  private static final List<String> OUT_OF_REACH =
      List.of(
          "org.nd4j.shade.yaml.",
          "org.nd4j.shade.wstx.",
          "org.nd4j.shade.codehaus.stax2.",
          "org.nd4j.shade.jackson.dataformat.xml.",
          "org.nd4j.shade.jackson.databind.jsontype.BasicPolymorphicTypeValidator",
          "org.nd4j.shade.protobuf.CodedInputStream",
          "org.nd4j.shade.protobuf.AbstractParser",
          "org.nd4j.shade.protobuf.TextFormat",
          "org.nd4j.shade.protobuf.common.",
          "org.nd4j.shade.protobuf.util.",
          "org.nd4j.shade.guava.io.",
          "org.apache.commons.lang3.ClassUtils");

  /** What a stranger's model does not even come near: Deeplearning4j, and the JSON reader in it. */
  private static final List<String> NOT_FOR_IMPORT =
      List.of("org.deeplearning4j.", "org.nd4j.shade.jackson.");

  private static final int PATIENCE_SECONDS = 600;

  @TempDir Path folder;

  @Test
  void anImportedModelReachesNoVulnerablePart() throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("model.h5"), HostileKerasTest.FILE);
    Set<String> loaded =
        loadedBy(
            "model",
            "import",
            file,
            "--input",
            "unit",
            "--unchecked",
            "--out",
            folder.resolve("m"));
    assertEquals(Set.of(), among(loaded, OUT_OF_REACH));
    assertEquals(Set.of(), among(loaded, NOT_FOR_IMPORT));
  }

  @Test
  void trainingWithDeeplearning4jReachesNoVulnerablePart()
      throws IOException, InterruptedException {
    Set<String> loaded =
        loadedBy(
            "train", "convnet", "--steps", 1, "--batch", 10, "--out", folder.resolve("convnet"));
    assertTrue(loaded.contains("org.nd4j.shade.protobuf.ProtocolMessageEnum"));
    assertEquals(Set.of(), among(loaded, OUT_OF_REACH));
  }

  private static Set<String> among(Set<String> loaded, List<String> prefixes) {
    return loaded.stream()
        .filter(name -> prefixes.stream().anyMatch(name::startsWith))
        .collect(Collectors.toSet());
  }

  /** The classes that a process of its own loads for a command. */
  private Set<String> loadedBy(Object... command) throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xlog:class+load:file=" + log,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Unitscope.class.getName()),
                        Stream.of(command))
                    .map(Object::toString)
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    assertEquals(0, process.waitFor(), () -> said());
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(LOADED::matcher)
          .filter(Matcher::find)
          .map(match -> match.group(1))
          .collect(Collectors.toSet());
    }
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
