package io.github.unitscope.experiments.rerun;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.DefaultPlace;
import io.github.unitscope.experiments.options.ResumeOptions;
import io.github.unitscope.experiments.options.ToleranceOption;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.provenance.Resumption;
import io.github.unitscope.provenance.StoredRun;
import io.github.unitscope.provenance.diff.RunComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** {@code rerun}: makes a run again from its manifest, and says whether the same came out. */
public final class Rerun implements Command {
  private static final String NAME = "rerun";

  private final Function<String, Command> commands;

  @Parameter(description = "RUN: a folder or its manifest.json")
  private List<Path> runs = new ArrayList<>();

  @OptionGroup(Group.OUTPUT)
  @Parameter(
      names = "--out",
      description = "Folder to write. Default: the first free of runs/rerun, runs/rerun-2 …")
  private Path out;

  @OptionGroup(Group.OUTPUT)
  @Parameter(names = "--force", description = "Replace the output folder if it exists")
  private boolean force;

  @OptionGroup(Group.OUTPUT)
  @Parameter(
      names = "--threads",
      description = "Threads, at least 1. Default: as many as the run had")
  private Integer threads;

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--model",
      description = "Where the model is now, if it has moved. Default: where it was")
  private Path model;

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--data-dir",
      description = "Where the datasets are now, if they have moved. Default: where they were")
  private Path data;

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--photographs",
      description =
          "Where the folder of photographs is now, if it has moved. Default: where it was")
  private Path photographs;

  @ParametersDelegate private final ResumeOptions resume = new ResumeOptions();

  @ParametersDelegate private final ToleranceOption tolerance = new ToleranceOption();

  /**
   * @param commands a new command for its words
   */
  public Rerun(Function<String, Command> commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "run again from a manifest, and compare the results file by file";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "rerun runs/compare",
        "rerun runs/compare/manifest.json --out runs/again --threads 1",
        "rerun runs/maximize --model models/dbn");
  }

  @Override
  public void run(Terminal terminal) throws IOException {
    if (runs.size() != 1) {
      throw new UsageException("give one run: ./unitscope rerun RUN");
    }
    double most = tolerance.get();
    Resumption resumption = resume.settings();
    StoredRun then = StoredRun.read(runs.get(0));
    then.changes().forEach(terminal::warn);
    Repetition repetition = repetition(then);
    terminal.say("./unitscope %s", repetition.arguments().asTyped());
    StoredRun now = repetition.make(place(repetition), force, resumption, terminal);
    RunComparison comparison = RunComparison.of(then, now, most);
    terminal.say("");
    terminal.say("%s, rerun into %s:", runs.get(0), now.folder());
    comparison.describe().forEach(line -> terminal.say("  %s", line));
    if (!comparison.isFine()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the rerun differs: %s; %s",
              comparison.count(),
              comparison.firstCause()));
    }
    terminal.say("%s", comparison.count());
  }

  private Repetition repetition(StoredRun then) {
    Repetition repetition = new Repetition(then, commands);
    repetition.findModel(model);
    if (threads != null) {
      if (threads < 1) {
        throw new UsageException("--threads must be at least 1, not " + threads);
      }
      repetition.setThreads(threads);
    }
    if (data != null) {
      repetition.setDataDirectory(data);
    }
    if (photographs != null) {
      repetition.setPhotographs(photographs);
    }
    return repetition;
  }

  private Path place(Repetition repetition) {
    if (out != null) {
      return out;
    }
    boolean resumes = resume.settings().resume();
    return DefaultPlace.first(
        NAME,
        place -> Files.exists(place) && !force && !(resumes && repetition.isUnfinished(place)));
  }
}
