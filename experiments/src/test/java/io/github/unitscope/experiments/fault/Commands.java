package io.github.unitscope.experiments.fault;

import io.github.unitscope.experiments.fault.FileCall.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The words of a scenario's runs, and what stands at its place before and after them. */
final class Commands {
  private final Path parent;
  private final Scenario scenario;
  private final List<String> words;
  private final List<String> oldWords;
  private final Snapshot whole;
  private final List<FileCall> calls;
  private Snapshot old;
  private Snapshot partial;

  private Commands(
      Path parent,
      Scenario scenario,
      List<String> words,
      List<String> oldWords,
      Snapshot whole,
      List<FileCall> calls) {
    this.parent = parent;
    this.scenario = scenario;
    this.words = words;
    this.oldWords = oldWords;
    this.whole = whole;
    this.calls = calls;
  }

  /** Runs the command undisturbed, to know what it leaves. */
  static Commands of(Path parent, Scenario scenario, Materials materials) throws IOException {
    List<String> words = complete(materials.fill(scenario.words()), parent);
    List<String> oldWords = complete(materials.fill(scenario.oldWords()), parent);
    Surroundings.decoys().restore(parent);
    try (Watch watch = Watch.begin(parent, Fault.NONE, 0, null)) {
      succeed(words);
      Snapshot whole = Snapshot.of(parent).below(Surroundings.PLACE);
      return new Commands(parent, scenario, words, oldWords, whole, watch.calls());
    }
  }

  private static List<String> complete(List<String> words, Path parent) {
    List<String> all = new ArrayList<>(words);
    String place = parent.resolve(Surroundings.PLACE).toString();
    all.addAll(List.of("--threads", "1", "--quiet", "--out", place));
    return all;
  }

  private static void succeed(List<String> words) {
    Outcome outcome = Outcome.of(words);
    if (!outcome.isDone()) {
      throw new IllegalStateException(words + " " + outcome);
    }
  }

  /** The finished run. */
  Snapshot whole() {
    return whole;
  }

  /** The first run in a mode. */
  List<String> first(Mode mode) {
    return mode.words(words);
  }

  /** The run after a fault: a person asks for what the state calls for. */
  List<String> next(Mode mode, Snapshot state) {
    List<String> next = mode.words(words);
    if (mode == Mode.FRESH && state.has(Surroundings.PLACE)) {
      next.add(scenario.isResumable() ? "--resume" : "--force");
    } else if (mode == Mode.FRESH && state.has(Surroundings.PARTIAL)) {
      next.add("--resume");
    }
    return next;
  }

  /** What is there before the first run. */
  Snapshot start(Mode mode) throws IOException {
    SortedMap<String, String> start = new TreeMap<>(Surroundings.decoys().entries());
    if (mode.hasOld()) {
      start.putAll(old().entries());
    }
    if (mode.hasPartial()) {
      start.putAll(partial().entries());
    }
    return new Snapshot(start);
  }

  private Snapshot old() throws IOException {
    if (old == null) {
      Surroundings.decoys().restore(parent);
      succeed(oldWords);
      old = Snapshot.of(parent).only(Surroundings.PLACE::equals);
    }
    return old;
  }

  /** What a process that was killed in the middle of its work left. */
  private Snapshot partial() throws IOException {
    if (partial == null) {
      Surroundings.decoys().restore(parent);
      try (Watch watch = Watch.begin(parent, Fault.KILL, middle(), null)) {
        Outcome outcome = Outcome.of(words);
        if (!watch.hasFired()) {
          throw new IllegalStateException(words + " was not killed: " + outcome);
        }
      }
      DeadProcess.sign(parent);
      partial = Snapshot.of(parent).only(Surroundings.PARTIAL::equals);
    }
    return partial;
  }

  /** The call after half of the files that it kept had come to their place. */
  private int middle() {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      FileCall call = calls.get(i);
      if (call.kind() == Kind.MOVE && call.path().startsWith(Surroundings.PARTIAL + "/")) {
        kept.add(i + 1);
      }
    }
    int at = kept.get(kept.size() / 2) + 1;
    while (!Fault.KILL.concerns(calls.get(at - 1).kind())) {
      at++;
    }
    return at;
  }
}
