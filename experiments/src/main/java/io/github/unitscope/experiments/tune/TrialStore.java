package io.github.unitscope.experiments.tune;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.provenance.StateFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What a search has found so far, beside its final place: {@code search.json}, what determines the
 * results, and a file for every finished trial, each written whole or not at all. A search that is
 * resumed continues after them.
 */
public final class TrialStore {
  private final StateFolder folder;

  /**
   * @param folder of finished trials
   */
  public TrialStore(StateFolder folder) {
    this.folder = folder;
  }

  /** Where finished trials are kept. */
  public Path folder() {
    return folder.path();
  }

  /**
   * What is known of a trial.
   *
   * @throws InvalidInputException if its file is damaged or of another trial
   */
  public Optional<TrialResult> find(Trial trial) {
    if (!folder.has(name(trial.number()))) {
      return Optional.empty();
    }
    Path file = folder.file(name(trial.number()));
    TrialResult result = read(file);
    if (result.trial() != trial.number() || !result.values().equals(trial.values())) {
      throw damaged(file, "it belongs to another trial");
    }
    return Optional.of(
        new TrialResult(
            result.trial(),
            trial.values(),
            result.criterion(),
            result.tie(),
            result.epoch(),
            result.seconds(),
            result.problem()));
  }

  private static TrialResult read(Path file) {
    try {
      return Json.read(file, TrialResult.class);
    } catch (InvalidInputException e) {
      throw damaged(file, e.getMessage());
    }
  }

  private static InvalidInputException damaged(Path file, String why) {
    return new InvalidInputException(
        String.format(
            Locale.ROOT, "%s cannot be used (%s): delete it to run the trial again", file, why));
  }

  /** Keeps a result. */
  public void keep(TrialResult result) {
    folder.writeJson(name(result.trial()), result);
  }

  private static String name(int trial) {
    return String.format(Locale.ROOT, "trial-%05d.json", trial);
  }
}
