package io.github.unitscope.experiments.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says of its surroundings before Java runs. */
class LauncherTest {
  @TempDir Path folder;

  private static Shell launch(Map<String, String> environment) throws Exception {
    return Shell.run("exec '" + Shell.HOME.resolve("unitscope") + "' --help", environment);
  }

  private static void assertRefused(Shell shell, String... parts) {
    assertEquals(1, shell.code(), shell.said());
    assertEquals(1, shell.said().lines().count(), shell.said());
    for (String part : parts) {
      assertTrue(shell.said().contains(part), shell.said());
    }
  }

  @Test
  void anEmptyJavaHomeIsNamed() throws Exception {
    assertRefused(launch(Map.of("JAVA_HOME", folder.toString())), "JAVA_HOME", folder.toString());
  }

  @Test
  void anOldJavaIsNamedWithItsVersion() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path java =
        Files.createFile(
            bin.resolve("java"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Map<String, String> environment = new HashMap<>(Map.of("JAVA_HOME", folder.toString()));
    Path release = folder.resolve("release");
    Files.writeString(
        release, "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n", StandardCharsets.UTF_8);
    assertRefused(launch(environment), "Java 17 or later", "is Java 11");
    Files.writeString(release, "JAVA_VERSION=\"1.8.0_412\"\n", StandardCharsets.UTF_8);
    assertRefused(launch(environment), "is Java 8");
    Files.delete(release);
    Files.writeString(
        java,
        "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n",
        StandardCharsets.UTF_8);
    assertRefused(launch(environment), "is Java 11");
  }
}
