package io.github.unitscope.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeHashTest {
  private static final String OURS = "io/github/unitscope/";

  @TempDir Path folder;

  private Path write(String root, String name, String content) throws IOException {
    Path file = folder.resolve(root).resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return folder.resolve(root);
  }

  private Path archive(String name, String content) throws IOException {
    Path jar = folder.resolve("a.jar");
    URI uri = URI.create("jar:" + jar.toUri());
    try (FileSystem files = FileSystems.newFileSystem(uri, Map.of("create", "true"))) {
      Path inside = files.getPath(name);
      Files.createDirectories(inside.getParent());
      Files.writeString(inside, content);
    }
    return jar;
  }

  @Test
  void isTheSameInFoldersAndArchivesInAnyOrder() throws IOException {
    Path a = write("a", OURS + "network/A.class", "a");
    Path b = write("b", OURS + "rbm/B.class", "b");
    Path jar = archive(OURS + "network/A.class", "a");
    String hash = CodeHash.compute(List.of(a, b));
    assertEquals(hash, CodeHash.compute(List.of(b, a)));
    assertEquals(hash, CodeHash.compute(List.of(jar, b)));
  }

  @Test
  void isAnotherForOtherCodeAndTheSameForAnotherCommit() throws IOException {
    Path a = write("a", OURS + "provenance/A.class", "a");
    write("a", OURS + "provenance/commit.properties", "commit=1");
    String hash = CodeHash.compute(List.of(a));
    write("a", OURS + "provenance/commit.properties", "commit=2");
    write("a", "META-INF/of-the-archive", "x");
    assertEquals(hash, CodeHash.compute(List.of(a)));
    write("a", OURS + "provenance/A.class", "b");
    assertNotEquals(hash, CodeHash.compute(List.of(a)));
    write("a", OURS + "provenance/A.class", "a");
    assertEquals(hash, CodeHash.compute(List.of(a)));
    write("a", OURS + "provenance/B.class", "a");
    assertNotEquals(hash, CodeHash.compute(List.of(a)));
  }

  /** Modules of which nothing runs in a command, so that they are no part of its code. */
  private static final Set<String> IN_NO_COMMAND = Set.of("examples", "testing");

  /** A module that was forgotten would change what runs and not what it is called. */
  @ParameterizedTest
  @MethodSource("modules")
  void everyModuleThatCommandsRunIsMarkedAsPart(String module) {
    assertEquals(
        !IN_NO_COMMAND.contains(module),
        Files.exists(Path.of("..", module, "src/main/resources/META-INF/unitscope/module")),
        module);
  }

  static List<String> modules() throws IOException {
    List<String> modules =
        Files.readString(Path.of("..", "pom.xml"))
            .lines()
            .filter(line -> line.matches(" {4}<module>.*"))
            .map(line -> line.replaceAll(".*<module>(.*)</module>", "$1"))
            .toList();
    assertTrue(modules.size() >= 8, modules.toString());
    return modules;
  }

  @Test
  void findsTheModulesOnTheClassPath() {
    List<String> places = CodeHash.places().stream().map(Path::toString).toList();
    for (String module : List.of("network", "datasets", "provenance")) {
      assertEquals(
          1, places.stream().filter(place -> place.contains("/" + module + "/")).count(), module);
    }
  }
}
