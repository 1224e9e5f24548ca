package io.github.unitscope.provenance;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.network.storage.Sha256;
import io.github.unitscope.network.storage.StagedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The folder of a run. Files are written to it one by one; {@link #commit} adds the manifest and
 * makes all of them appear at once. Closing it without that leaves nothing.
 */
public final class RunFolder implements AutoCloseable {
  /** How long parts took: the only file but the manifest that is never the same twice. */
  public static final String TIMES = "times.csv";

  private final RunLock lock;
  private final StagedFolder folder;
  private final Inputs inputs;
  private final Supplier<String> blas;
  private final Invocation invocation;
  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();
  private final Map<String, String> outputs = new TreeMap<>();

  private RunFolder(
      RunLock lock,
      StagedFolder folder,
      Inputs inputs,
      Invocation invocation,
      Supplier<String> blas) {
    this.lock = lock;
    this.folder = folder;
    this.inputs = inputs;
    this.invocation = invocation;
    this.blas = blas;
  }

  /**
   * Begins a run that multiplies matrices: its manifest names ND4J's BLAS.
   *
   * @param out the final place
   * @param force whether a folder of an earlier run may be replaced: one that holds nothing but
   *     what its manifest lists, unchanged, and nothing that this run reads
   * @param inputs what determines the results
   * @param invocation how it was called
   * @throws io.github.unitscope.network.message.InvalidInputException if the place cannot be used,
   *     or another run is writing there
   */
  public static RunFolder create(Path out, boolean force, Inputs inputs, Invocation invocation) {
    return create(out, force, inputs, invocation, Matrix::blas);
  }

  /**
   * Begins a run.
   *
   * @param blas asked for the vendor of the BLAS, not before {@link #commit}: {@link
   *     Versions#NO_BLAS} for a run that does not need ND4J, which is then not loaded
   */
  public static RunFolder create(
      Path out, boolean force, Inputs inputs, Invocation invocation, Supplier<String> blas) {
    if (force) {
      requireApart(out, invocation.reads());
    }
    RunLock lock = RunLock.take(out);
    StagedFolder folder = null;
    try {
      folder = StagedFolder.create(out, RunFiles::of, force);
    } finally {
      if (folder == null) {
        lock.close();
      }
    }
    return new RunFolder(lock, folder, inputs, invocation, blas);
  }

  /** A run must not replace what it reads itself. */
  private static void requireApart(Path out, List<Path> reads) {
    try {
      if (!Files.exists(out)) {
        return;
      }
      Path replaced = out.toRealPath();
      for (Path read : reads) {
        if (Files.exists(read) && read.toRealPath().startsWith(replaced)) {
          throw new InvalidInputException(
              String.format(
                  Locale.ROOT,
                  "%s cannot be replaced by a run that reads %s: give another --out",
                  out,
                  read));
        }
      }
    } catch (IOException e) {
      throw FileProblem.of("cannot read", out, e);
    }
  }

  /**
   * Puts back or takes away what a run that was killed left hidden beside a place; touches nothing
   * where none did.
   *
   * @throws InvalidInputException if another run is writing there, or something cannot be deleted
   */
  public static void tidy(Path out) {
    if (StagedFolder.hasLeftovers(out) || RunLock.isLeft(out)) {
      RunLock lock = RunLock.take(out);
      try (lock) {
        StagedFolder.cleanUp(out, RunFiles::of);
      }
    }
  }

  /**
   * Where to read what a path leads to. A run that was moved aside, by one that was killed before
   * it had taken the place, is put back first; where that cannot be done, it is read where it is.
   *
   * @param path of a run, or of something in it
   * @return the same where something is there, or nothing was moved aside either
   */
  public static Path find(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    for (Path place = whole; place != null && !Files.exists(place); place = place.getParent()) {
      Path aside = StagedFolder.standing(place);
      if (!aside.equals(place)) {
        return isPutBack(place) ? path : aside.resolve(place.relativize(whole));
      }
    }
    return path;
  }

  private static boolean isPutBack(Path place) {
    try {
      tidy(place);
    } catch (InvalidInputException e) {
      // A run is between its two steps just now, or the disk is read-only.
    }
    return Files.exists(place);
  }

  /** The hash that names this run, for the metadata of its pictures. */
  public String identity() {
    return inputs.identity(Versions.ofUnitscope());
  }

  /** The command and its effective options; see {@link Invocation}. */
  public List<String> arguments() {
    return invocation.arguments();
  }

  /** Where the run will be. */
  public Path target() {
    return folder.target();
  }

  /**
   * Writes a file through {@code writer}, which gets the place to write to.
   *
   * @param name relative to the folder, with / between folders; the manifest lists it so
   * @throws IllegalArgumentException if it leaves the folder or is the manifest's
   */
  public void write(String name, FileWriter writer) {
    Path file = folder.resolve(name);
    boolean inside = file.normalize().startsWith(folder.resolve(""));
    if (!inside || file.normalize().equals(folder.resolve(StagedFolder.MANIFEST))) {
      throw new IllegalArgumentException("a run cannot write " + name);
    }
    try {
      Files.createDirectories(file.getParent());
      writer.write(file);
    } catch (IOException e) {
      throw FileProblem.of("cannot write", target().resolve(name), e);
    }
    outputs.put(name, Sha256.of(file));
  }

  /**
   * Writes lines of text.
   *
   * @throws InvalidInputException if it is a table with an infinite number
   */
  public void writeText(String name, String text) {
    if (name.endsWith(".csv")) {
      FiniteResults.requireTable(name, text);
    }
    write(name, file -> Files.writeString(file, text, StandardCharsets.UTF_8));
  }

  /**
   * Writes arrays that {@code numpy.load} reads, in the order of the map.
   *
   * @throws InvalidInputException if one holds what {@link FiniteResults} refuses
   */
  public void writeArrays(String name, Map<String, NpyArray> arrays) {
    arrays.forEach((array, values) -> FiniteResults.require(name, array, values));
    write(
        name,
        file -> {
          try (NpzWriter npz = NpzWriter.stored(Files.newOutputStream(file))) {
            for (Map.Entry<String, NpyArray> entry : arrays.entrySet()) {
              npz.add(entry.getKey(), entry.getValue());
            }
          }
        });
  }

  /** Adds the manifest and moves the folder to its place. */
  public void commit() {
    double seconds = Math.round((System.nanoTime() - startNanos) / 1e7) / 100.0;
    Manifest manifest =
        new Manifest(
            identity(),
            invocation.arguments(),
            inputs,
            ModelLink.of(target(), inputs.modelPath(), inputs.modelRun()),
            Versions.current(blas),
            Machine.current(invocation.threads()),
            start.truncatedTo(ChronoUnit.SECONDS).toString(),
            seconds,
            "",
            outputs);
    Json.write(folder.resolve(StagedFolder.MANIFEST), manifest);
    writeManifestsOfModels(manifest);
    folder.commit();
  }

  /** A model that a run made on its way will be looked at by others: it can be traced too. */
  private void writeManifestsOfModels(Manifest manifest) {
    for (String part : manifest.models()) {
      Json.write(folder.resolve(part).resolve(StagedFolder.MANIFEST), manifest.of(part));
    }
  }

  @Override
  public void close() {
    folder.close();
    lock.close();
  }

  /** Writes one file. */
  @FunctionalInterface
  public interface FileWriter {
    /** Writes to {@code file}, which does not exist yet. */
    void write(Path file) throws IOException;
  }
}
