package io.github.unitscope.experiments.data;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.options.DataOptions;
import io.github.unitscope.experiments.terminal.Terminal;
import java.util.List;

/** {@code data list}: the datasets, and where they are. */
public final class DataList implements Command {
  @ParametersDelegate private final DataOptions.Directory directory = new DataOptions.Directory();

  @Override
  public String name() {
    return "data list";
  }

  @Override
  public String summary() {
    return "list the datasets and where they are";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "data list", "data list --data-dir /data", "data list --data-dir /data --verbose");
  }

  @Override
  public void run(Terminal terminal) {
    terminal.say("%-15s %-8s %9s %10s %7s  %s", "name", "shape", "train", "validation", "test", "");
    for (DatasetCatalog.Entry entry : new DatasetCatalog(directory.get()).entries()) {
      terminal.say(
          "%-15s %-8s %9d %10d %7d  %s",
          entry.name(),
          entry.shape(),
          entry.train(),
          entry.validation(),
          entry.test(),
          entry.where());
    }
  }
}
