package io.github.unitscope.experiments.tune;

import io.github.unitscope.experiments.command.EnumWord;
import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.experiments.output.ItemTable;
import io.github.unitscope.experiments.train.StackKind;
import io.github.unitscope.network.message.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tables of a search.
 *
 * @param kind of the stacks
 * @param data the name of the dataset
 * @param seed the root seed of every trial
 * @param criterion that the trials were judged by
 * @param results of all trials, in their order
 */
public record TuneReport(
    StackKind kind, String data, long seed, Criterion criterion, List<TrialResult> results) {
  private static final Comparator<TrialResult> BEST_FIRST =
      Comparator.comparing(TrialResult::criterion)
          .thenComparing(TrialResult::tie)
          .thenComparing(TrialResult::trial);

  /** Copies the list. */
  public TuneReport {
    results = List.copyOf(results);
  }

  /** The trials from the best to the worst; those that failed come last. */
  public List<TrialResult> ranking() {
    List<TrialResult> ranking = new ArrayList<>();
    results.stream().filter(TrialResult::succeeded).sorted(BEST_FIRST).forEach(ranking::add);
    results.stream().filter(result -> !result.succeeded()).forEach(ranking::add);
    return ranking;
  }

  /** The lines of {@code trials.csv}, from the best to the worst. */
  public String csv() {
    List<String> columns = new ArrayList<>(List.of("rank", "trial"));
    columns.addAll(results.get(0).values().keySet());
    columns.add(EnumWord.of(criterion));
    columns.addAll(List.of("tie", "epoch", "problem"));
    CsvTable table = new CsvTable(columns);
    int rank = 0;
    for (TrialResult result : ranking()) {
      List<Object> cells = new ArrayList<>(List.of(++rank, result.trial()));
      cells.addAll(result.values().values());
      String problem = result.problem();
      Collections.addAll(cells, result.criterion(), result.tie(), result.epoch());
      cells.add(problem.isEmpty() ? "" : CsvTable.quoted(problem));
      table.row(cells);
    }
    return table.toString();
  }

  /** The lines of {@code times.csv}: how long each trial took, in seconds. */
  public String times() {
    return new ItemTable<>(results)
        .column("trial", TrialResult::trial)
        .column("seconds", TrialResult::seconds)
        .csv();
  }

  /** The best trials as a table for people. */
  public String table(int most) {
    return ranking().stream().limit(most).map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(TrialResult result) {
    String choices =
        result.values().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT,
        "%10s  trial %d: %s",
        result.succeeded() ? value(result) : "failed",
        result.trial(),
        choices);
  }

  private String value(TrialResult result) {
    return criterion == Criterion.VALIDATION_ERROR
        ? Numbers.percent(result.criterion())
        : Numbers.brief(result.criterion());
  }

  /**
   * A line on two trials with the same result to the last digit; empty if there are none. They made
   * the same model, so an option between them has no effect.
   */
  public String twins() {
    Map<List<Double>, TrialResult> seen = new HashMap<>();
    for (TrialResult result : results) {
      TrialResult twin =
          result.succeeded()
              ? seen.putIfAbsent(List.of(result.criterion(), result.tie()), result)
              : null;
      if (twin != null && !twin.values().equals(result.values())) {
        return String.format(
            Locale.ROOT,
            "trials %d and %d gave the same model: an option in which they differ has no effect here (with real-valued pixels the first layer has options of its own, such as first-rate)",
            twin.trial(),
            result.trial());
      }
    }
    return "";
  }

  /** The commands that make the model of the best trial; empty if all failed. */
  public List<String> bestCommands() {
    TrialResult best = ranking().get(0);
    if (!best.succeeded()) {
      return List.of();
    }
    Trial trial = new Trial(best.trial(), best.values());
    String model = "runs/best-" + kind.word();
    List<String> commands = new ArrayList<>();
    commands.add(command(kind.trainCommand(), trial.trainingOptions(), model));
    if (criterion == Criterion.VALIDATION_ERROR) {
      commands.add(
          command("finetune --model " + model, trial.fineTuningOptions(), model + "-fine"));
    }
    return commands;
  }

  private String command(String words, List<String> options, String out) {
    String chosen = options.isEmpty() ? "" : " " + String.join(" ", options);
    return String.format(
        Locale.ROOT,
        "./unitscope %s --data %s%s --seed %d --out %s",
        words,
        data,
        chosen,
        seed,
        out);
  }
}
