package io.github.unitscope.provenance;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.StagedFolder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A run that goes on after a kill: beside the folder that appears when it is complete stands {@code
 * NAME.partial}, which keeps what is done. Its {@code run.json} says of which run; what belongs to
 * a run with other inputs is never used, and never deleted without being asked.
 *
 * <pre>{@code
 * try (ResumableRun run = ResumableRun.begin(...)) {
 *   if (!run.isComplete()) {
 *     work(run.checkpoints());
 *     run.folder().writeText(...);
 *     run.commit();
 *   }
 * }
 * }</pre>
 */
public final class ResumableRun implements AutoCloseable {
  private static final String CHECKPOINT = "checkpoint.npz";

  private final Path target;
  private final RunFolder folder;
  private final StateFolder state;
  private final double everySeconds;

  private ResumableRun(Path target, RunFolder folder, StateFolder state, double everySeconds) {
    this.target = target;
    this.folder = folder;
    this.state = state;
    this.everySeconds = everySeconds;
  }

  /**
   * Begins or resumes a run.
   *
   * @param out its final place
   * @param force whether the folder of an earlier run, and what an unfinished one left, may be
   *     replaced
   * @param resumption what becomes of an unfinished one; with {@code force} too, one that cannot be
   *     gone on with is replaced
   * @throws InvalidInputException if the place is in use or cannot be used, or holds something
   *     unfinished that is not to be gone on with
   */
  public static ResumableRun begin(
      Path out, boolean force, Resumption resumption, Inputs inputs, Invocation invocation) {
    Path place = out.toAbsolutePath().normalize();
    if (place.getFileName() == null) {
      throw new InvalidInputException(out + " cannot be an output folder: name one below it");
    }
    StateFolder state = stateOf(place);
    String identity = inputs.identity(Versions.ofUnitscope());
    if (resumption.resume() && isComplete(place, inputs)) {
      return complete(out, state, identity);
    }
    RunFolder folder = RunFolder.create(out, force, inputs, invocation);
    boolean begun = false;
    try {
      openState(state, force, resumption, inputs, invocation, identity);
      begun = true;
    } finally {
      if (!begun) {
        folder.close();
      }
    }
    Interruption.await(true);
    return new ResumableRun(out, folder, state, resumption.everySeconds());
  }

  /** Whether a run that was to be at a place did not come to its end, and can be resumed. */
  public static boolean isUnfinished(Path out) {
    return stateOf(out.toAbsolutePath().normalize()).hasRun();
  }

  /** Whether a place holds the results of these inputs. */
  public static boolean isComplete(Path out, Inputs inputs) {
    Path manifest = StagedFolder.standing(out).resolve(StagedFolder.MANIFEST);
    return isOf(manifest, inputs.identity(Versions.ofUnitscope()));
  }

  /** Takes away the state that a failure or a kill left beside a run that is complete. */
  public static void deleteStateOf(Path out) {
    String identity = Json.field(out.resolve(StagedFolder.MANIFEST), "identity");
    deleteState(out, stateOf(out.toAbsolutePath().normalize()), identity);
  }

  private static StateFolder stateOf(Path place) {
    return new StateFolder(place.resolveSibling(place.getFileName() + ".partial"));
  }

  /** The kill came after the run was complete. */
  private static ResumableRun complete(Path out, StateFolder state, String identity) {
    RunFolder.tidy(out);
    deleteState(out, state, identity);
    return new ResumableRun(out, null, state, 0);
  }

  private static void deleteState(Path out, StateFolder state, String identity) {
    // The place need not be writable if nothing is left to delete.
    if (isOf(state.file(StateFolder.WHOSE), identity) || state.isEmptied()) {
      RunLock lock = RunLock.take(out);
      try (lock) {
        state.delete();
      }
    }
  }

  private static void openState(
      StateFolder state,
      boolean force,
      Resumption resumption,
      Inputs inputs,
      Invocation invocation,
      String identity) {
    if (Files.exists(state.path(), LinkOption.NOFOLLOW_LINKS)) {
      state.requireOurs(shown(state.path()));
      if (resumption.resume() && isOf(state.file(StateFolder.WHOSE), identity)) {
        Optional<String> mixture = mixture(state);
        if (mixture.isEmpty()) {
          return;
        } else if (!force) {
          throw new InvalidInputException(shown(state.path()) + " " + mixture.get());
        }
      }
      if (state.hasRun() && !force) {
        throw resumption.resume()
            ? isOfAnother(state, inputs)
            : new InvalidInputException(
                String.format(
                    Locale.ROOT,
                    "%s holds an unfinished run; use --resume to continue it or --force to start over",
                    shown(state.path())));
      }
      state.delete();
    }
    state.writeJson(
        StateFolder.WHOSE,
        new UnfinishedRun(
            identity,
            Versions.ofUnitscope(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            invocation.arguments(),
            inputs,
            Versions.current(Matrix::blas)));
  }

  /** Why the software of this process must not resume what is there. */
  private static Optional<String> mixture(StateFolder state) {
    UnfinishedRun begun = Json.read(state.file(StateFolder.WHOSE), UnfinishedRun.class);
    return Mixture.of(begun.versions(), Versions.current(Matrix::blas));
  }

  private static InvalidInputException isOfAnother(StateFolder state, Inputs inputs) {
    UnfinishedRun other;
    try {
      other = Json.read(state.file(StateFolder.WHOSE), UnfinishedRun.class);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "%s; it cannot be resumed; use --force to start over", e.getMessage()),
          e);
    }
    // Where the model is decides nothing: another place of the same is no reason.
    List<Difference> differences =
        Difference.between(other.inputs(), inputs).stream()
            .filter(difference -> !difference.field().equals("modelPath"))
            .toList();
    String why =
        differences.isEmpty() ? "of unitscope " + other.version() : differences.get(0).toString();
    return new InvalidInputException(
        String.format(
                Locale.ROOT,
                "%s belongs to another run (%s): give the options that it was started with, another --out, or",
                shown(state.path()),
                why)
            + " --force to start over");
  }

  /** What is damaged is of no run. */
  private static boolean isOf(Path file, String identity) {
    try {
      return Files.isRegularFile(file) && Json.field(file, "identity").equals(identity);
    } catch (InvalidInputException e) {
      return false;
    }
  }

  private static Path shown(Path place) {
    Path here = Path.of("").toAbsolutePath();
    return place.startsWith(here) ? here.relativize(place) : place;
  }

  /** Whether there is nothing to do: the run was killed when it was complete. */
  public boolean isComplete() {
    return folder == null;
  }

  /** Where the run is or will be. */
  public Path target() {
    return target;
  }

  /** The folder to write results to. */
  public RunFolder folder() {
    return folder;
  }

  /** Where parts may be kept until {@link #commit}. */
  public StateFolder state() {
    return state;
  }

  /** Where the state of the work is kept. */
  public Checkpoints checkpoints() {
    return checkpoints(CHECKPOINT);
  }

  /**
   * Where the state of some of the work is kept.
   *
   * @param file name of its file
   */
  public Checkpoints checkpoints(String file) {
    return new FileCheckpoints(state, file, everySeconds);
  }

  /** Makes the run appear; what was kept for a resumption is deleted only then. */
  public void commit() {
    folder.commit();
    state.delete();
  }

  /** Ends the run. One that failed before anything was kept leaves nothing to resume. */
  @Override
  public void close() {
    if (folder == null) {
      return;
    }
    try (folder) {
      if (!Interruption.isRequested() && Files.isDirectory(state.path()) && state.isBare()) {
        state.delete();
      }
    } finally {
      Interruption.await(false);
    }
  }
}
