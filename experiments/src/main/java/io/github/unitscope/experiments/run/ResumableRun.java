package io.github.unitscope.experiments.run;

import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.FolderTree;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.StagedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
  private static final String WHOSE = "run.json";
  private static final String CHECKPOINT = "checkpoint.npz";

  /** What {@link io.github.unitscope.network.storage.AtomicFile} had not finished at a kill. */
  private static final String TEMPORARY = "\\..*\\.unitscope-.*";

  private final Path target;
  private final RunFolder folder;
  private final Path partial;
  private final double everySeconds;

  private ResumableRun(Path target, RunFolder folder, Path partial, double everySeconds) {
    this.target = target;
    this.folder = folder;
    this.partial = partial;
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
    Path partial = partialOf(place);
    String identity = inputs.identity(Versions.ofUnitscope());
    if (resumption.resume() && isComplete(place, inputs)) {
      return complete(out, partial, identity);
    }
    RunFolder folder = RunFolder.create(out, force, inputs, invocation);
    try {
      openPartial(partial, force, resumption, inputs, invocation, identity);
      ResumableRun run = new ResumableRun(out, folder, partial, resumption.everySeconds());
      Interruption.await(true);
      return run;
    } catch (InvalidInputException e) {
      folder.close();
      throw e;
    }
  }

  /** Whether a run that was to be at a place did not come to its end, and can go on. */
  public static boolean isUnfinished(Path out) {
    return hasRun(partialOf(out.toAbsolutePath().normalize()));
  }

  /** Whether a place holds the results of these inputs. */
  public static boolean isComplete(Path out, Inputs inputs) {
    return isOf(out.resolve(StagedFolder.MANIFEST), inputs.identity(Versions.ofUnitscope()));
  }

  private static Path partialOf(Path place) {
    return place.resolveSibling(place.getFileName() + ".partial");
  }

  /** The kill came after the run was complete. */
  private static ResumableRun complete(Path out, Path partial, String identity) {
    // The place need not be writable if nothing is left to delete.
    if (isOf(partial.resolve(WHOSE), identity)) {
      RunLock lock = RunLock.take(out);
      try {
        delete(partial);
      } finally {
        lock.close();
      }
    }
    return new ResumableRun(out, null, partial, 0);
  }

  private static void openPartial(
      Path partial,
      boolean force,
      Resumption resumption,
      Inputs inputs,
      Invocation invocation,
      String identity) {
    if (Files.exists(partial, LinkOption.NOFOLLOW_LINKS)) {
      if (!hasRun(partial)) {
        requireOurs(partial);
      } else if (resumption.resume() && isOf(partial.resolve(WHOSE), identity)) {
        Optional<String> mixture = mixture(partial);
        if (mixture.isEmpty()) {
          return;
        } else if (!force) {
          throw new InvalidInputException(shown(partial) + " " + mixture.get());
        }
        delete(partial);
      } else if (force) {
        delete(partial);
      } else if (resumption.resume()) {
        throw isOfAnother(partial, inputs);
      } else {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s holds an unfinished run: --resume goes on with it, --force starts again",
                shown(partial)));
      }
    }
    Json.write(
        partial.resolve(WHOSE),
        new UnfinishedRun(
            identity,
            Versions.ofUnitscope(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            invocation.arguments(),
            inputs,
            Versions.current(Matrix::blas)));
  }

  /** Why the software of this process must not resume what is there. */
  private static Optional<String> mixture(Path partial) {
    UnfinishedRun begun = Json.read(partial.resolve(WHOSE), UnfinishedRun.class);
    return Mixture.of(begun.versions(), Versions.current(Matrix::blas));
  }

  private static boolean hasRun(Path partial) {
    return Files.isRegularFile(partial.resolve(WHOSE));
  }

  private static void requireOurs(Path partial) {
    if (!Files.isDirectory(partial)) {
      throw new InvalidInputException(shown(partial) + " is in the way: delete it");
    }
    try (Stream<Path> files = Files.list(partial)) {
      if (files.anyMatch(file -> !file.getFileName().toString().matches(TEMPORARY))) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s was not written by unitscope (it has no %s): move it away, or give another --out",
                shown(partial),
                WHOSE));
      }
    } catch (IOException e) {
      throw FileProblem.of("cannot read", partial, e);
    }
  }

  private static InvalidInputException isOfAnother(Path partial, Inputs inputs) {
    UnfinishedRun other;
    try {
      other = Json.read(partial.resolve(WHOSE), UnfinishedRun.class);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s; it cannot be resumed from: start again with --force",
              e.getMessage()),
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
                "%s is of another run (%s): give the options that it was begun with, another --out, or",
                shown(partial),
                why)
            + " --force to start again");
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

  /** The folder in which parts may be kept until {@link #commit}. */
  public Path partial() {
    return partial;
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
    return new FileCheckpoints(partial.resolve(file), everySeconds);
  }

  /** Makes the run appear; what was kept for a resumption is deleted only then. */
  public void commit() {
    folder.commit();
    delete(partial);
  }

  private static void delete(Path partial) {
    try {
      // Last, so that a kill between leaves a folder that is known as ours.
      FolderTree.deleteContent(partial, WHOSE);
      FolderTree.delete(partial);
    } catch (IOException e) {
      throw FileProblem.of("cannot delete", partial, e);
    }
  }

  /** Ends the run. One that failed before anything was kept leaves nothing to go on with. */
  @Override
  public void close() {
    if (folder == null) {
      return;
    }
    try {
      if (!Interruption.isRequested() && hasNothing()) {
        delete(partial);
      }
    } finally {
      folder.close();
      Interruption.await(false);
    }
  }

  private boolean hasNothing() {
    try (Stream<Path> files = Files.list(partial)) {
      return files.allMatch(file -> file.getFileName().toString().equals(WHOSE));
    } catch (IOException e) {
      // It was deleted, or cannot be read, which the next run will say.
      return false;
    }
  }
}
