package io.github.unitscope.experiments.reproduce;

import io.github.unitscope.experiments.cli.Command;
import io.github.unitscope.experiments.cli.CommandParser;
import io.github.unitscope.experiments.cli.GlobalOptions;
import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.experiments.provenance.ArgumentList;
import io.github.unitscope.experiments.run.Manifest;
import io.github.unitscope.experiments.run.Mixture;
import io.github.unitscope.experiments.run.Resumption;
import io.github.unitscope.experiments.run.Versions;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.StagedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The folder of a reproduction: runs the steps that were not done yet, so that one which was
 * stopped goes on where it was. A record beside every step's folder says how it was made; what was
 * made otherwise, or of other models, is made again.
 */
public final class Workshop {
  private final Path folder;
  private final long seed;
  private final int threads;
  private final boolean anew;
  private final double checkpointSeconds;
  private final Function<String, Command> commands;

  /**
   * @param folder of the reproduction
   * @param seed the root seed of all steps
   * @param threads to use
   * @param anew whether to do what is done already again
   * @param checkpointSeconds between two checkpoints of a training
   * @param commands a new command for its words
   */
  public Workshop(
      Path folder,
      long seed,
      int threads,
      boolean anew,
      double checkpointSeconds,
      Function<String, Command> commands) {
    this.folder = folder;
    this.seed = seed;
    this.threads = threads;
    this.anew = anew;
    this.checkpointSeconds = checkpointSeconds;
    this.commands = commands;
  }

  /** Where a step's folder is. */
  Path path(String step) {
    return folder.resolve(step);
  }

  /** The identity of a step that is done. */
  String identity(String step) {
    return Json.field(path(step).resolve(StagedFolder.MANIFEST), "identity");
  }

  /** Does what is missing. */
  void run(List<Step> steps, Terminal terminal) throws IOException {
    if (!anew) {
      steps.forEach(this::requireSameSoftware);
    }
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      String place = String.format(Locale.ROOT, "[%d/%d] %s", i + 1, steps.size(), step.folder());
      if (isDone(step)) {
        terminal.say("%s: is there", place);
      } else {
        String typed = new ArgumentList(arguments(step)).asTyped();
        terminal.say("%s: ./unitscope %s", place, typed);
        run(step, terminal);
      }
      requireSameData(steps.subList(0, i + 1));
    }
  }

  /** One reproduction is of one software, or nobody could make it again. */
  private void requireSameSoftware(Step step) {
    Path file = recordOf(step);
    if (Files.isRegularFile(file)) {
      Versions made = Json.read(file, StepRecord.class).versions();
      Mixture.of(made, Versions.current(Matrix::blas))
          .ifPresent(
              mixture -> {
                throw new InvalidInputException(path(step.folder()) + " " + mixture);
              });
    }
  }

  /** Files may change while a reproduction goes on for hours, or rests. */
  private void requireSameData(List<Step> done) {
    Map<String, String> hashes = new HashMap<>();
    for (Step step : done) {
      Path manifest = path(step.folder()).resolve(StagedFolder.MANIFEST);
      Json.read(manifest, Manifest.class)
          .inputs()
          .dataFiles()
          .forEach(
              (file, hash) -> {
                if (!hashes.merge(file, hash, (first, next) -> first).equals(hash)) {
                  throw new InvalidInputException(
                      String.format(
                          Locale.ROOT,
                          "the data file %s has changed since the steps before %s were made: put the old one back, or --force to make all again",
                          file,
                          step.folder()));
                }
              });
    }
  }

  private void run(Step step, Terminal terminal) throws IOException {
    Command command = commands.apply(step.command());
    List<String> arguments = arguments(step);
    int words = step.command().split(" ").length;
    CommandParser parser = new CommandParser(new GlobalOptions(), command);
    List<String> options = new ArrayList<>(arguments.subList(words, arguments.size()));
    if (parser.canResume()) {
      options.addAll(new Resumption(!anew, checkpointSeconds).asOptions());
    }
    parser.parse(options);
    Files.createDirectories(folder);
    Files.deleteIfExists(recordOf(step));
    command.run(terminal);
    Json.write(recordOf(step), record(step, identity(step.folder())));
  }

  private List<String> arguments(Step step) {
    List<String> arguments = new ArrayList<>(List.of(step.command().split(" ")));
    arguments.addAll(step.options());
    if (!step.needs().isEmpty()) {
      arguments.addAll(List.of("--model", path(step.needs().get(0)).toString()));
    }
    arguments.addAll(List.of("--seed", String.valueOf(seed)));
    arguments.addAll(List.of("--threads", String.valueOf(threads)));
    arguments.addAll(List.of("--out", path(step.folder()).toString(), "--force"));
    return arguments;
  }

  private Path recordOf(Step step) {
    return folder.resolve(step.folder() + ".step.json");
  }

  private StepRecord record(Step step, String identity) {
    return new StepRecord(
        step.words(),
        seed,
        Versions.ofUnitscope(),
        identity,
        step.needs().stream().map(this::identity).toList(),
        Versions.current(Matrix::blas));
  }

  private boolean isDone(Step step) {
    boolean exists =
        !anew
            && Files.isRegularFile(recordOf(step))
            && Files.isRegularFile(path(step.folder()).resolve(StagedFolder.MANIFEST));
    if (!exists) {
      return false;
    }
    StepRecord found = Json.read(recordOf(step), StepRecord.class);
    return found.identity().equals(identity(step.folder()))
        && found.isOf(record(step, found.identity()));
  }
}
