package io.github.unitscope.experiments.show;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.unitscope.experiments.command.ArgumentList;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.Manifest;
import io.github.unitscope.provenance.StoredRun;
import io.github.unitscope.provenance.diff.ArrayFiles;
import io.github.unitscope.provenance.diff.TableRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/** A run as lines for a person. */
public final class RunText {
  private static final int ROWS_SHOWN = 8;
  private static final int SHORT_HASH = 12;
  private static final int LONGEST_VALUE = 100;

  private final StoredRun run;
  private final List<String> lines = new ArrayList<>();

  private RunText(StoredRun run) {
    this.run = run;
  }

  /**
   * The lines; of an output that cannot be read, why.
   *
   * @throws InvalidInputException if the run was replaced meanwhile
   */
  public static List<String> of(StoredRun run) {
    RunText text = new RunText(run);
    text.origin();
    text.inputs();
    text.outputs();
    run.requireUnchanged();
    return text.lines;
  }

  private void say(String label, Object value) {
    lines.add(String.format(Locale.ROOT, "%-10s %s", label, value));
  }

  private void origin() {
    Manifest manifest = run.manifest();
    say("run", run.folder() + ", " + shortened(manifest.identity()));
    say("command", "./unitscope " + new ArgumentList(manifest.arguments()).asTyped());
    say("made", String.format(Locale.ROOT, "%s, in %s s", manifest.started(), manifest.seconds()));
    say(
        "with",
        String.format(
            Locale.ROOT,
            "unitscope %s, Java %s, ND4J %s (%s)",
            manifest.versions().unitscope(),
            manifest.versions().java(),
            manifest.versions().nd4j(),
            manifest.versions().blas()));
    say("build", manifest.versions().describeBuild());
    say(
        "on",
        String.format(
            Locale.ROOT,
            "%s, %d of %d cores, %s",
            manifest.machine().processor(),
            manifest.machine().threads(),
            manifest.machine().cores(),
            manifest.machine().system()));
  }

  private void inputs() {
    Inputs inputs = run.manifest().inputs();
    say("seed", inputs.seed());
    if (inputs.data() != null) {
      say("data", inputs.data());
      inputs.dataFiles().forEach((file, hash) -> say("", file + " " + shortened(hash)));
    }
    if (inputs.modelPath() != null) {
      say("model", inputs.modelPath() + " " + shortened(inputs.modelSha256()));
      if (run.manifest().model() != null && run.manifest().model().identity() != null) {
        say("", "made by run " + shortened(run.manifest().model().identity()));
      }
    }
    lines.add("settings");
    addTree("", Json.tree(inputs.settings()));
  }

  private void addTree(String path, JsonNode node) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(
              field ->
                  addTree(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue()));
    } else {
      String value = node.isTextual() ? node.asText() : node.toString();
      lines.add(
          String.format(
              Locale.ROOT, "  %-36s %s", path, brief(value.replaceAll("\\p{Cntrl}", " "))));
    }
  }

  private static String brief(String value) {
    return value.length() <= LONGEST_VALUE
        ? value
        : value.substring(0, LONGEST_VALUE)
            + String.format(Locale.ROOT, " … %d characters", value.length());
  }

  private void outputs() {
    lines.add("left");
    Set<String> changed = Set.copyOf(run.changedFiles());
    for (Map.Entry<String, String> output : run.manifest().outputs().entrySet()) {
      String name = output.getKey();
      String state = run.has(name) ? "" : "  (missing)";
      state = changed.contains(name) ? "  (modified after the run)" : state;
      lines.add(
          String.format(Locale.ROOT, "  %-24s %s%s", name, shortened(output.getValue()), state));
      if (run.has(name)) {
        content(name);
      }
    }
  }

  private void content(String name) {
    try {
      content(name, run.file(name));
    } catch (InvalidInputException e) {
      // One that is damaged does not hide the others.
      lines.add("    " + e.getMessage());
    }
  }

  private void content(String name, Path file) {
    if (name.endsWith(".npz")) {
      try (NpzReader npz = NpzReader.open(file)) {
        npz.names().forEach(array -> lines.add("    " + summary(array, npz.get(array))));
      }
    } else if (name.endsWith(".csv")) {
      table(file);
    }
  }

  private static String summary(String name, NpyArray array) {
    if (array.size() == 0) {
      return String.format(Locale.ROOT, "%-28s %-20s empty", name, ArrayFiles.shown(array));
    }
    IntToDoubleFunction values = ArrayFiles.values(array);
    double lowest = Double.NaN;
    double highest = Double.NaN;
    double sum = 0;
    for (int i = 0; i < array.size(); i++) {
      double value = values.applyAsDouble(i);
      lowest = i == 0 ? value : Math.min(lowest, value);
      highest = i == 0 ? value : Math.max(highest, value);
      sum += value;
    }
    return String.format(
        Locale.ROOT,
        "%-28s %-20s %s to %s, mean %s",
        name,
        ArrayFiles.shown(array),
        brief(lowest),
        brief(highest),
        Numbers.brief(sum / array.size()));
  }

  private static String brief(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : Numbers.brief(value);
  }

  private void table(Path file) {
    try (TableRows rows = TableRows.open(file)) {
      List<String> row = rows.next();
      for (int shown = 0; row != null && shown < ROWS_SHOWN; shown++) {
        lines.add("    " + String.join("  ", row));
        row = rows.next();
      }
      if (row != null) {
        lines.add(String.format(Locale.ROOT, "    … %d lines in all", rows.countAll()));
      }
    }
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
  }
}
