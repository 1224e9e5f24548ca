package io.github.unitscope.experiments.fault;

import io.github.unitscope.network.Seed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The virtual machine in which commands run with faults; {@link FaultyProvider} is its default file
 * system. It ends with 0 if everything was as it must be.
 *
 * <p>{@code unitscope.faults} is how many faults are tried for each command and mode, or {@code
 * all}; without it, a few for each command. {@code unitscope.faulted} is how the commands' names
 * begin.
 */
final class FaultSweep {
  private static final String FAULTS = System.getProperty("unitscope.faults", "");
  private static final String FAULTED = System.getProperty("unitscope.faulted", "");
  private static final int FEW = 4;

  private final Path parent;
  private final Materials materials;
  private final SweepReport report = new SweepReport();

  private FaultSweep(Path folder) throws IOException {
    this.parent = Files.createDirectories(folder.resolve("runs")).toRealPath();
    this.materials = new Materials(Files.createDirectories(folder.resolve("materials")));
  }

  /** Tries the faults; the one argument is an empty folder to work in. */
  public static void main(String[] arguments) throws IOException {
    FaultSweep sweep = new FaultSweep(Path.of(arguments[0]));
    for (Scenario scenario : scenarios()) {
      Commands commands = Commands.of(sweep.parent, scenario, sweep.materials);
      for (Mode mode : modes(scenario)) {
        sweep.run(scenario, mode, commands);
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(sweep.report.table());
    out.print(sweep.report.problems());
    System.exit(sweep.report.isFine() ? 0 : 1);
  }

  private static List<Scenario> scenarios() {
    return Stream.concat(
            Scenarios.QUICK.stream(), FAULTS.isEmpty() ? Stream.of() : Scenarios.OF_DIGITS.stream())
        .filter(scenario -> scenario.name().startsWith(FAULTED))
        .toList();
  }

  /** One command stands for all others where they share their code. */
  private static List<Mode> modes(Scenario scenario) {
    boolean every = !FAULTS.isEmpty() || scenario.equals(Scenarios.QUICK.get(0));
    return every ? scenario.modes() : List.of(Mode.FORCE);
  }

  private void run(Scenario scenario, Mode mode, Commands commands) throws IOException {
    long before = System.nanoTime();
    ModeSweep sweep = ModeSweep.of(parent, scenario, mode, commands);
    List<Trial> trials = choose(Trial.all(sweep.calls()), scenario.name() + mode);
    int wrong = 0;
    for (Trial trial : trials) {
      List<String> problems = sweep.attempt(trial);
      problems.forEach(problem -> report.add(scenario, mode, trial, problem));
      wrong += problems.isEmpty() ? 0 : 1;
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    report.add(scenario, mode, sweep.calls().size(), trials.size(), wrong, seconds);
  }

  /** Evenly spread, from a first one that is as good as random but always the same. */
  private static List<Trial> choose(List<Trial> all, String name) {
    if (FAULTS.equals("all")) {
      return all;
    }
    int wanted = FAULTS.isEmpty() ? FEW : Integer.parseInt(FAULTS);
    int count = Math.min(all.size(), wanted);
    double offset = Seed.root(1).derive(name).stream().nextDouble();
    List<Trial> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(all.get((int) ((i + offset) * all.size() / count)));
    }
    return chosen;
  }
}
