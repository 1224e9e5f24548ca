package io.github.unitscope.experiments.show;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.provenance.StoredRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code show}: what a run was made of and what it left. */
public final class Show implements Command {
  @Parameter(description = "RUN: a folder or its manifest.json")
  private List<Path> runs = new ArrayList<>();

  @Override
  public String name() {
    return "show";
  }

  @Override
  public String summary() {
    return "show a run's inputs and outputs, and check that the outputs are unchanged";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "show runs/compare", "show runs/compare/manifest.json", "show runs/reproduce/figure1");
  }

  @Override
  public void run(Terminal terminal) {
    if (runs.size() != 1) {
      throw new UsageException("give one run: ./unitscope show RUN");
    }
    RunText.of(StoredRun.read(runs.get(0))).forEach(line -> terminal.say("%s", line));
  }
}
