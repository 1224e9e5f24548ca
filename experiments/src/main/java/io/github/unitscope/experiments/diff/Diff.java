package io.github.unitscope.experiments.diff;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.ToleranceOption;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.provenance.StoredRun;
import io.github.unitscope.provenance.diff.RunComparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code diff}: how two runs differ, in what made them and in what they left. */
public final class Diff implements Command {
  @Parameter(description = "RUN RUN: folders, or manifests")
  private List<Path> runs = new ArrayList<>();

  @ParametersDelegate private final ToleranceOption tolerance = new ToleranceOption();

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String summary() {
    return "compare two runs: settings, tables, arrays; exit code 1 if they differ";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "diff runs/compare runs/compare-2",
        "diff runs/compare/manifest.json runs/rerun/manifest.json",
        "diff runs/dbn runs/rerun --max-difference 0");
  }

  @Override
  public void run(Terminal terminal) {
    if (runs.size() != 2) {
      throw new UsageException("give two runs: ./unitscope diff RUN RUN");
    }
    double most = tolerance.get();
    StoredRun left = StoredRun.read(runs.get(0));
    StoredRun right = StoredRun.read(runs.get(1));
    left.changes().forEach(terminal::warn);
    right.changes().forEach(terminal::warn);
    RunComparison comparison = RunComparison.of(left, right, most);
    if (!comparison.causes().isEmpty()) {
      terminal.say("inputs:");
      comparison
          .causes()
          .forEach(
              cause -> terminal.say("  %-32s %s | %s", cause.field(), cause.left(), cause.right()));
    }
    terminal.say("outputs:");
    comparison.describe().forEach(line -> terminal.say("  %s", line));
    if (!comparison.isFine()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "%s and %s differ: %s", runs.get(0), runs.get(1), comparison.count()));
    }
  }
}
