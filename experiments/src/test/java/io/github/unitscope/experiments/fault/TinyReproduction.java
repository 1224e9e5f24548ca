package io.github.unitscope.experiments.fault;

import io.github.unitscope.datasets.catalog.DataDirectory;
import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.experiments.Unitscope;
import io.github.unitscope.experiments.reproduce.erhan2009.Extent;
import io.github.unitscope.experiments.reproduce.erhan2009.Part;
import io.github.unitscope.experiments.reproduce.erhan2009.Recipe;
import io.github.unitscope.experiments.reproduce.erhan2009.Reproduction;
import io.github.unitscope.experiments.reproduce.erhan2009.Workshop;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.StagedFolder;
import io.github.unitscope.provenance.Invocation;
import io.github.unitscope.provenance.Resumption;
import io.github.unitscope.provenance.RunLock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The third figure, of models and studies that are smaller than the command makes them. */
final class TinyReproduction implements Piecemeal {
  static final String NAME = "reproduce figure3";

  private static final Extent TINY =
      new Extent(List.of(4, 3), 1, 1, List.of(4, 3), 60, 1, 2, 1, 2, 2);

  private final Path parent;
  private Snapshot whole;

  TinyReproduction(Path parent) {
    this.parent = parent;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Snapshot start() {
    return Surroundings.decoys();
  }

  @Override
  public Outcome run() {
    PrintStream nobody =
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Path place = parent.resolve(Surroundings.PLACE);
    Workshop workshop = new Workshop(place, 7, 1, false, new Resumption(false, 0));
    Recipe recipe = new Recipe(TINY, FewDigits.NAME, "leaves", null);
    DatasetCatalog catalog = new DatasetCatalog(DataDirectory.of(parent));
    Reproduction reproduction =
        new Reproduction(recipe, workshop, catalog, 7, new Invocation(List.of(), 1, List.of()));
    try {
      RunLock lock = RunLock.take(place);
      try {
        reproduction.make(Part.FIGURE3, new Terminal(nobody, nobody, false));
      } finally {
        lock.close();
      }
      return new Outcome(Unitscope.DONE, List.of());
    } catch (InvalidInputException | IOException e) {
      return new Outcome(Unitscope.FAILED, List.of("unitscope: " + e.getMessage()));
    } catch (Killed e) {
      return Outcome.DEAD;
    }
  }

  /** Every step that has a folder has a whole one. */
  @Override
  public List<String> problems(Snapshot state) {
    Snapshot all = state.below(Surroundings.PLACE);
    List<String> problems = new ArrayList<>();
    for (String step : all.top()) {
      if (!step.startsWith(".") && !step.contains(".")) {
        RunContent.problems(all.below(step)).forEach(each -> problems.add(step + ": " + each));
      }
    }
    return problems;
  }

  @Override
  public List<String> problemsAtEnd(Snapshot state) {
    List<String> problems = new ArrayList<>(problems(state));
    Snapshot found = timeless(state.below(Surroundings.PLACE));
    if (whole == null) {
      whole = found;
    }
    whole.differences(found).forEach(each -> problems.add("not as undisturbed: " + each));
    Surroundings.leftovers(state).forEach(each -> problems.add("the next run leaves " + each));
    return problems;
  }

  private static Snapshot timeless(Snapshot all) {
    SortedMap<String, String> entries = new TreeMap<>(all.entries());
    for (String step : all.top()) {
      if (all.has(step + "/" + StagedFolder.MANIFEST)) {
        RunContent.timeless(all.below(step))
            .entries()
            .forEach((name, entry) -> entries.put(step + "/" + name, entry));
      }
    }
    return new Snapshot(entries);
  }
}
