package io.github.unitscope.experiments.fault;

import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.experiments.fault.FileCall.Kind;
import io.github.unitscope.network.random.Seed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The virtual machine in which commands run with faults; {@link FaultyProvider} is its default file
 * system. It ends with 0 if everything was as it must be.
 *
 * <p>{@code unitscope.faults} is how many faults are tried for each command and mode, {@code calls}
 * for one at every call, or {@code all}; without it, a few for each command. {@code
 * unitscope.faulted} is how the commands' names begin.
 */
final class FaultSweep {
  private static final String FAULTS = System.getProperty("unitscope.faults", "");
  private static final String FAULTED = System.getProperty("unitscope.faulted", "");
  private static final int FEW = 3;

  private final Path parent;
  private final Materials materials;
  private final SweepReport report =
      new SweepReport(new PrintStream(System.out, true, StandardCharsets.UTF_8));

  private FaultSweep(Path folder) throws IOException {
    this.parent = Files.createDirectories(folder.resolve("runs")).toRealPath();
    this.materials = new Materials(Files.createDirectories(folder.resolve("materials")));
  }

  /** Tries the faults; the one argument is an empty folder to work in. */
  public static void main(String[] arguments) throws IOException {
    DatasetCatalog.register(FewDigits.NAME, new FewDigits());
    FaultSweep sweep = new FaultSweep(Path.of(arguments[0]));
    for (Scenario scenario : scenarios()) {
      Commands commands = Commands.of(sweep.parent, scenario, sweep.materials);
      for (Mode mode : modes(scenario)) {
        sweep.run(ModeSweep.of(sweep.parent, scenario, mode, commands), FEW);
      }
    }
    sweep.runOthers();
    sweep.report.end();
    System.exit(sweep.report.isFine() ? 0 : 1);
  }

  /** What does not leave one folder, or only reads. */
  private void runOthers() throws IOException {
    if (ReplacedWhileRead.NAME.startsWith(FAULTED)) {
      run(ReplacedWhileRead.of(parent, materials), FEW);
    }
    if (!FAULTS.isEmpty() && TinyReproduction.NAME.startsWith(FAULTED)) {
      run(new PiecemealSweep(parent, new TinyReproduction(parent)), 0);
    }
    if (!FAULTS.isEmpty() && FetchedDigits.isPossible() && FetchedDigits.NAME.startsWith(FAULTED)) {
      try (FetchedDigits digits = new FetchedDigits(parent)) {
        run(new PiecemealSweep(parent, digits), 0);
      }
    }
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

  private void run(Attempts attempts, int few) throws IOException {
    long before = System.nanoTime();
    List<Trial> all = attempts.trials();
    List<Trial> trials = choose(all, attempts.name() + attempts.mode(), few);
    int wrong = 0;
    for (Trial trial : trials) {
      List<String> problems = attempts.attempt(trial);
      problems.forEach(each -> report.add(attempts.name(), attempts.mode(), trial, each));
      wrong += problems.isEmpty() ? 0 : 1;
    }
    report.add(
        attempts.name(),
        attempts.mode(),
        attempts.calls().size(),
        all.size(),
        trials.size(),
        wrong,
        (System.nanoTime() - before) / 1e9);
  }

  /**
   * Evenly spread, from a first one that is as good as random but always the same; and always the
   * deaths at the moves that make a run appear.
   */
  private static List<Trial> choose(List<Trial> all, String name, int few) {
    if (FAULTS.equals("all")) {
      return all;
    }
    if (FAULTS.equals("calls")) {
      return List.copyOf(oneForEachCall(all));
    }
    int wanted = FAULTS.isEmpty() ? few : Integer.parseInt(FAULTS);
    int count = Math.min(all.size(), wanted);
    double offset = Seed.root(1).derive(name).stream().nextDouble();
    Set<Trial> chosen = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      chosen.add(all.get((int) ((i + offset) * all.size() / count)));
    }
    all.stream().filter(FaultSweep::isDeathAtCommit).forEach(chosen::add);
    return List.copyOf(chosen);
  }

  /** The faults that a call can have take turns. */
  private static Collection<Trial> oneForEachCall(List<Trial> all) {
    Map<Integer, List<Trial>> calls = new TreeMap<>();
    all.forEach(trial -> calls.computeIfAbsent(trial.at(), at -> new ArrayList<>()).add(trial));
    Set<Trial> chosen = new LinkedHashSet<>();
    calls.forEach((at, trials) -> chosen.add(trials.get(at % trials.size())));
    all.stream().filter(FaultSweep::isDeathAtCommit).forEach(chosen::add);
    return chosen;
  }

  /** Folders are moved beside the run's place, files below them. */
  private static boolean isDeathAtCommit(Trial trial) {
    return trial.fault() == Fault.KILL
        && trial.again() == 0
        && trial.call().kind() == Kind.MOVE
        && !trial.call().path().contains("/");
  }
}
