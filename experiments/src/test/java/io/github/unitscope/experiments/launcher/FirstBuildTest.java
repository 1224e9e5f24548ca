package io.github.unitscope.experiments.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * First builds of copies of the checkout, for real: minutes, hence only where asked for.
 *
 * <pre>
 * mvn verify -Dtest=FirstBuildTest -Dsurefire.failIfNoSpecifiedTests=false -Dunitscope.builds=true
 * </pre>
 */
@Tag("slow")
@Tag("slow")
@EnabledIfSystemProperty(named = "unitscope.builds", matches = "true")
class FirstBuildTest {
  private static final long PATIENCE_MINUTES = 20;

  @TempDir Path folder;

  /** In a folder whose name shells and tools may stumble over. */
  private Path checkout() throws Exception {
    Path copy = folder.resolve("-a ü");
    Shell shell =
        Shell.run(
            String.join(
                "\n",
                "set -e",
                "mkdir '" + copy + "'",
                "cd '" + Shell.HOME + "'",
                "tar -c --exclude=target --exclude=.git --exclude='.build.*' --exclude=runs ."
                    + " | tar -x -C '"
                    + copy
                    + "'"),
            Map.of());
    assertEquals(new Shell(0, ""), shell);
    return copy;
  }

  /** {@code exec}: the process is the launcher's own, and a signal goes to it. */
  private Process launch(Path checkout, String prefix, Path log) throws Exception {
    String script = "cd '" + folder + "' && exec " + prefix + " './-a ü/unitscope' --help";
    return Shell.start(script, Map.of(), log);
  }

  private void assertHelps(Process process, Path log) throws Exception {
    assertTrue(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), "it hangs");
    String said = Files.readString(log, StandardCharsets.UTF_8);
    assertEquals(0, process.exitValue(), said);
    assertTrue(said.contains("./unitscope COMMAND"), said);
  }

  @Test
  void ofThreeAtOnceOneBuildsAndTheOthersWait() throws Exception {
    Path checkout = checkout();
    List<Process> processes = new ArrayList<>();
    List<Path> logs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      logs.add(folder.resolve("log" + i));
      processes.add(launch(checkout, "env -u HOME", logs.get(i)));
    }
    int builders = 0;
    int waiting = 0;
    for (int i = 0; i < 3; i++) {
      assertHelps(processes.get(i), logs.get(i));
      String said = Files.readString(logs.get(i), StandardCharsets.UTF_8);
      builders += said.contains("building (once") ? 1 : 0;
      waiting += said.contains("waiting for another build") ? 1 : 0;
    }
    assertEquals(1, builders);
    assertEquals(2, waiting);
  }

  /** Killed with all that it started, in the middle of the compiler's work, while another waits. */
  @Test
  void whatAKilledBuildLeftIsBuiltAgainByTheOneThatWaits() throws Exception {
    Path checkout = checkout();
    Process first = launch(checkout, "setsid", folder.resolve("first"));
    Path classes = checkout.resolve("network/target/classes");
    for (int i = 0; !Files.exists(classes) && i < 6000; i++) {
      Thread.sleep(100);
    }
    Process second = launch(checkout, "", folder.resolve("second"));
    Thread.sleep(2000);
    new ProcessBuilder("kill", "-9", "--", "-" + first.pid()).start().waitFor();
    assertEquals(137, first.waitFor());
    assertTrue(Files.exists(checkout.resolve(".build.unfinished")));
    assertHelps(second, folder.resolve("second"));
    assertTrue(Files.notExists(checkout.resolve(".build.unfinished")));
    String said = Files.readString(folder.resolve("second"), StandardCharsets.UTF_8);
    assertTrue(said.contains("building (once"), said);
  }
}
