package io.github.unitscope.experiments.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.experiments.fault.FileCall.Kind;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kill that is only simulated leaves what a virtual machine leaves that really ends at the same
 * call, without running anything more. {@code -Dunitscope.faults=all} compares at every call.
 */
@Tag("slow")
class HaltTest {
  private static final boolean ALL = System.getProperty("unitscope.faults", "").equals("all");

  private static final int POINTS = 3;

  @TempDir Path folder;

  private Path parent;
  private Snapshot start;
  private List<Object> command;

  @BeforeEach
  void prepare() throws IOException {
    parent = Files.createDirectories(folder.resolve("runs")).toRealPath();
    Materials materials = new Materials(Files.createDirectories(folder.resolve("materials")));
    Scenario scenario = Scenario.of("combine --model {dbn} --units 0,1");
    Commands commands = Commands.of(parent, scenario, materials);
    start = commands.start(Mode.FORCE);
    command = List.copyOf(commands.first(Mode.FORCE));
  }

  private FaultyMachine.End run(Fault fault, int at) throws Exception {
    start.restore(parent);
    List<Object> arguments = new ArrayList<>(List.of(parent, fault, at));
    arguments.addAll(command);
    return FaultyMachine.run(SingleRun.class, arguments);
  }

  @Test
  void aSimulatedKillLeavesWhatARealOneLeaves() throws Exception {
    List<Kind> calls = run(Fault.NONE, 0).said().lines().map(Kind::valueOf).toList();
    assertTrue(calls.contains(Kind.MOVE), calls.toString());
    List<Integer> points = new ArrayList<>();
    for (int at = 1; at <= calls.size(); at++) {
      if (Fault.HALT.concerns(calls.get(at - 1))) {
        points.add(at);
      }
    }
    SplitMix64 random = Seed.root(1).derive("halts").stream();
    for (int i = 0; i < (ALL ? points.size() : POINTS); i++) {
      int at = points.get(ALL ? i : random.nextInt(points.size()));
      boolean halfway = calls.get(at - 1) == Kind.WRITE;
      compare(
          halfway ? Fault.KILL_HALFWAY : Fault.KILL, halfway ? Fault.HALT_HALFWAY : Fault.HALT, at);
    }
  }

  private void compare(Fault simulated, Fault real, int at) throws Exception {
    assertEquals(Outcome.KILLED, run(real, at).code());
    Snapshot left = DeadProcess.anonymous(Snapshot.of(parent));
    assertEquals(0, run(simulated, at).code());
    List<String> differences = left.differences(DeadProcess.anonymous(Snapshot.of(parent)));
    assertEquals(List.of(), differences, real + " at " + at);
  }
}
