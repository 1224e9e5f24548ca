package io.github.unitscope.experiments.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A model is replaced while a command reads it: the command sees the old or the new one, whole. */
final class ReplacedWhileRead implements Attempts {
  static final String NAME = "combine";

  private static final String TRAINING =
      "train dbn --photographs {photographs} --patches 20 --patch-size 6 --layers 4,3 --epochs 1"
          + " --first-epochs 1 --threads 1 --quiet --force --out";

  private final Path parent;
  private final Path result;
  private final List<String> training;
  private final List<String> reading;
  private final Snapshot start;
  private final Snapshot ofOld;
  private final Snapshot ofNew;
  private final List<FileCall> calls;

  private ReplacedWhileRead(
      Path parent,
      Path result,
      List<String> training,
      List<String> reading,
      Snapshot start,
      Snapshot ofOld,
      Snapshot ofNew,
      List<FileCall> calls) {
    this.parent = parent;
    this.result = result;
    this.training = training;
    this.reading = reading;
    this.start = start;
    this.ofOld = ofOld;
    this.ofNew = ofNew;
    this.calls = calls;
  }

  static ReplacedWhileRead of(Path parent, Materials materials) throws IOException {
    String model = parent.resolve(Surroundings.PLACE).toString();
    List<String> training = new ArrayList<>(materials.fill(List.of(TRAINING.split(" "))));
    training.add(model);
    Path result = parent.resolveSibling("result");
    List<String> reading = new ArrayList<>(List.of("combine", "--model", model));
    reading.addAll(List.of("--units", "0,1", "--threads", "1", "--quiet", "--force", "--out"));
    reading.add(result.toString());
    Surroundings.decoys().restore(parent);
    List<String> other = new ArrayList<>(training);
    other.addAll(List.of("--seed", "7"));
    succeed(other);
    Snapshot start = Snapshot.of(parent);
    List<FileCall> calls;
    try (Watch watch = Watch.begin(parent, Fault.NONE, 0, null)) {
      succeed(reading);
      calls = watch.calls();
    }
    Snapshot ofOld = RunContent.timeless(Snapshot.of(result));
    succeed(training);
    succeed(reading);
    Snapshot ofNew = RunContent.timeless(Snapshot.of(result));
    return new ReplacedWhileRead(parent, result, training, reading, start, ofOld, ofNew, calls);
  }

  private static void succeed(List<String> words) {
    Outcome outcome = Outcome.of(words);
    if (!outcome.isDone()) {
      throw new IllegalStateException(words + " " + outcome);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String mode() {
    return "REPLACED";
  }

  @Override
  public List<FileCall> calls() {
    return calls;
  }

  @Override
  public List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    for (int at = 1; at <= calls.size(); at++) {
      trials.add(new Trial(Fault.MEANWHILE, at, calls.get(at - 1), 0));
    }
    return trials;
  }

  @Override
  public List<String> attempt(Trial trial) throws IOException {
    start.restore(parent);
    List<String> problems = new ArrayList<>();
    Outcome outcome;
    try (Watch watch = Watch.begin(parent, Fault.MEANWHILE, trial.at(), () -> succeed(training))) {
      outcome = Outcome.of(reading);
      if (!watch.hasFired()) {
        return List.of("the command made other calls than before");
      }
    }
    Snapshot seen = RunContent.timeless(Snapshot.of(result));
    if (outcome.isDone() && !seen.equals(ofOld) && !seen.equals(ofNew)) {
      problems.add(
          "the results are neither of the old nor of the new model: "
              + ofOld.differences(seen)
              + " and "
              + ofNew.differences(seen));
    }
    if (!outcome.isDone() && !outcome.isOneLine()) {
      problems.add("it does not fail with one line: " + outcome);
    }
    return problems;
  }
}
