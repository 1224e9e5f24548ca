package io.github.unitscope.experiments.tune;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import com.beust.jcommander.converters.IParameterSplitter;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.DataOptions;
import io.github.unitscope.experiments.options.ResumeOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.experiments.train.StackKind;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.Interruption;
import io.github.unitscope.provenance.ResumableRun;
import io.github.unitscope.provenance.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code tune}: a search for hyper-parameters by what the validation images say. */
public final class Tune implements Command {
  private static final int ROWS_OF_TABLE = 10;
  private static final String TRIALS = "trials.csv";

  private final StackKind kind;

  @Parameter(
      names = "--search",
      description = "How trials are chosen: all combinations (grid) or at random")
  private Search search = Settings.DEFAULT_SEARCH;

  @Parameter(names = "--trials", description = "Number of trials of a random search, at least 1")
  private int trials = Settings.DEFAULT_TRIALS;

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--over",
      variableArity = true,
      splitter = Whole.class,
      description =
          "Options of train to search over, and with finetune- before them those of"
              + " finetune: rate=0.05,0.1 layers=500x500,1000x1000 finetune-epochs=5. A random"
              + " search also takes ranges: rate=0.01..0.2, uniform in the logarithm. Required")
  private List<String> over = new ArrayList<>();

  @ParametersDelegate private final DataOptions data = new DataOptions();
  @ParametersDelegate private final RunOptions run = RunOptions.withoutText();
  @ParametersDelegate private final ResumeOptions resume = new ResumeOptions();

  /**
   * @param kind of the stacks
   */
  public Tune(StackKind kind) {
    this.kind = kind;
  }

  /** Leaves the commas to {@link Dimension}. */
  public static final class Whole implements IParameterSplitter {
    @Override
    public List<String> split(String value) {
      return List.of(value);
    }
  }

  /** Everything settled; manifests record it. */
  private record Settings(Search search, int trials, Criterion criterion, SearchSpace space) {
    static final Search DEFAULT_SEARCH = Search.GRID;
    static final int DEFAULT_TRIALS = 20;
  }

  @Override
  public String name() {
    return "tune " + kind.word();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT, "search for the hyper-parameters of train %s and finetune", kind.word());
  }

  @Override
  public List<String> examples() {
    return List.of(
        name() + " --data mnist --over layers=500x500,1000x1000 rate=0.05,0.1 finetune-epochs=5",
        name() + " --data mnist --search random --trials 30 --over rate=0.01..0.2 --out runs/tune",
        name() + " --data mnist --over epochs=5,10,20 --resume");
  }

  @Override
  public void run(Terminal terminal) {
    SearchSpace space =
        UsageException.check(() -> new SearchSpace(over.stream().map(Dimension::parse).toList()));
    List<Trial> all =
        UsageException.check(() -> space.trials(search, trials, run.seed().derive("tune")));
    Dataset dataset = data.load(terminal);
    Settings settings = new Settings(search, all.size(), Criterion.of(dataset), space);
    Inputs inputs = Inputs.of(name(), settings, run.seedValue()).withData(dataset);
    try (Workers workers = new Workers(run.threads())) {
      TrialRunner runner =
          new TrialRunner(kind, dataset, settings.criterion(), run.seedValue(), workers);
      all.forEach(runner::check);
      try (ResumableRun resumable = run.begin(name(), inputs, resume)) {
        if (!resumable.isComplete()) {
          search(resumable, all, runner, terminal);
        }
        terminal.say("table: %s", resumable.target().resolve(TRIALS));
      }
    }
  }

  private void search(
      ResumableRun resumable, List<Trial> all, TrialRunner runner, Terminal terminal) {
    TrialStore store = new TrialStore(resumable.state());
    List<TrialResult> results = runAll(all, runner, store, resumable, terminal);
    TuneReport report =
        new TuneReport(kind, runner.data().name(), run.seedValue(), runner.criterion(), results);
    RunFolder folder = resumable.folder();
    folder.writeText(TRIALS, report.csv());
    folder.writeText(RunFolder.TIMES, report.times());
    folder.writeText("best.txt", String.join("\n", report.bestCommands()) + "\n");
    resumable.commit();
    say(report, resumable.target(), terminal);
  }

  private static List<TrialResult> runAll(
      List<Trial> all,
      TrialRunner runner,
      TrialStore store,
      ResumableRun resumable,
      Terminal terminal) {
    List<TrialResult> results = new ArrayList<>();
    for (Trial trial : all) {
      // All files are read before the first new trial would be: a damaged one is told at once.
      store.find(trial);
    }
    try (Terminal.Progress progress = terminal.progress("searching", all.size())) {
      for (Trial trial : all) {
        Interruption.stopIfRequested(store.folder());
        Optional<TrialResult> known = store.find(trial);
        TrialResult result =
            known.orElseGet(
                () ->
                    runner.run(
                        trial,
                        resumable.checkpoints(
                            String.format(Locale.ROOT, "trial-%05d.npz", trial.number())),
                        () -> Interruption.stopIfRequested(store.folder()),
                        terminal.quiet()));
        if (known.isEmpty()) {
          store.keep(result);
        }
        results.add(result);
        progress.at(results.size());
        progress.note(describe(result, all.size(), known.isPresent()));
      }
    }
    return results;
  }

  private static String describe(TrialResult result, int trials, boolean known) {
    return String.format(
        Locale.ROOT,
        "trial %d/%d %s: %s%s",
        result.trial(),
        trials,
        result.values(),
        result.succeeded() ? result.criterion() : result.problem(),
        known ? " (from an earlier run)" : "");
  }

  private static void say(TuneReport report, Path out, Terminal terminal) {
    terminal.say("%s of %d trials:", report.criterion().describe(), report.results().size());
    report.table(ROWS_OF_TABLE).lines().forEach(line -> terminal.say("%s", line));
    if (!report.twins().isEmpty()) {
      terminal.say("note: %s", report.twins());
    }
    if (report.bestCommands().isEmpty()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "every trial failed: see %s, and try smaller learning rates",
              out.resolve(TRIALS)));
    }
    terminal.say("To reproduce the best trial:");
    report.bestCommands().forEach(command -> terminal.say("  %s", command));
  }
}
