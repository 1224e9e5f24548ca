package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.experiments.command.ArgumentList;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.CommandParser;
import io.github.unitscope.experiments.command.GlobalOptions;
import io.github.unitscope.experiments.options.RunPlace;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.StagedFolder;
import io.github.unitscope.provenance.Manifest;
import io.github.unitscope.provenance.Mixture;
import io.github.unitscope.provenance.ResumableRun;
import io.github.unitscope.provenance.Resumption;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.provenance.Versions;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of a reproduction: runs the steps that were not done yet, so that one which was
 * stopped can be resumed. The manifest of every step's folder says how it was made: one that these
 * steps do not make is somebody's result, and is replaced only by force.
 */
public final class Workshop {
  private final Path folder;
  private final long seed;
  private final int threads;
  private final boolean force;
  private final boolean anew;
  private final double checkpointSeconds;

  /**
   * @param folder of the reproduction
   * @param seed the root seed of all steps
   * @param threads to use
   * @param force whether folders that were made otherwise may be replaced
   * @param resumption whether, with force, what is done already stays; what is done stays anyway
   *     without force
   */
  public Workshop(Path folder, long seed, int threads, boolean force, Resumption resumption) {
    this.folder = folder;
    this.seed = seed;
    this.threads = threads;
    this.force = force;
    this.anew = force && !resumption.resume();
    this.checkpointSeconds = resumption.everySeconds();
  }

  /** Whether folders that were made otherwise may be replaced. */
  boolean mayReplace() {
    return force;
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
    if (!force) {
      steps.forEach(this::requireSameSoftware);
    }
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      run(
          step,
          String.format(Locale.ROOT, "[%d/%d] %s", i + 1, steps.size(), step.folder()),
          terminal);
      requireSameData(steps.subList(0, i + 1));
    }
  }

  private void run(Step step, String place, Terminal terminal) throws IOException {
    RunFolder.tidy(path(step.folder()));
    Command command = command(step);
    CommandParser parser = new CommandParser(new GlobalOptions(), command);
    parser.acceptAsSet();
    if (!anew && isDone(step, parser.arguments())) {
      ResumableRun.deleteStateOf(path(step.folder()));
      terminal.say("%s: up to date", place);
    } else {
      requireReplaceable(step);
      String typed = new ArgumentList(unusual(step, parser)).asTyped();
      terminal.say("%s: ./unitscope %s", place, typed);
      Files.createDirectories(folder);
      try {
        command.run(terminal);
      } catch (InvalidInputException | IOException e) {
        deleteIfEmpty(folder);
        throw e;
      }
    }
  }

  /** A first step that fails at once leaves nothing. */
  private static void deleteIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // What was done before stays.
    }
  }

  /** A reproduction by several kinds of software could not be reproduced bit for bit. */
  private void requireSameSoftware(Step step) {
    Path file = path(step.folder()).resolve(StagedFolder.MANIFEST);
    if (Files.isRegularFile(file)) {
      mixture(Json.read(file, Manifest.class))
          .ifPresent(
              mixture -> {
                throw new InvalidInputException(path(step.folder()) + " " + mixture);
              });
    }
  }

  private static Optional<String> mixture(Manifest made) {
    return Mixture.of(made.versions(), Versions.current(Matrix::blas));
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
                          "the data file %s has changed since the steps before %s: restore it, or use --force to start over",
                          file,
                          step.folder()));
                }
              });
    }
  }

  private Command command(Step step) {
    return step.maker()
        .at(
            step.model().map(this::path).orElse(null),
            new RunPlace(
                path(step.folder()),
                seed,
                threads,
                force,
                new Resumption(!anew, checkpointSeconds)));
  }

  /** The words that call a step: the options that differ from their defaults. */
  private List<String> unusual(Step step, CommandParser parser) {
    List<String> words = new ArrayList<>(parser.argumentsUnlike(step.usual().get()));
    words.addAll(List.of("--out", path(step.folder()).toString()));
    return words;
  }

  /** Whether the folder of a step holds what these arguments make of the models that are there. */
  private boolean isDone(Step step, List<String> arguments) {
    Path file = path(step.folder()).resolve(StagedFolder.MANIFEST);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    Manifest manifest = Json.read(file, Manifest.class);
    boolean sameModel =
        step.model().isEmpty()
            || manifest.model() != null
                && identity(step.model().get()).equals(manifest.model().identity());
    return sameModel
        && manifest.versions().unitscope().equals(Versions.ofUnitscope())
        && mixture(manifest).isEmpty()
        && decisive(manifest.arguments()).equals(decisive(arguments));
  }

  /** What decides the results; where the model is does not, only what it is. */
  private static List<String> decisive(List<String> arguments) {
    return new ArgumentList(arguments).without("--threads").without("--model").words();
  }

  private void requireReplaceable(Step step) {
    Path place = path(step.folder());
    if (!force && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s belongs to another reproduction, or to another seed or other options: give another --out, or --force to replace it",
              place));
    }
  }
}
