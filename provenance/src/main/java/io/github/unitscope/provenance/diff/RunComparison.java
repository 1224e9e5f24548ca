package io.github.unitscope.provenance.diff;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.Sha256;
import io.github.unitscope.provenance.Difference;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.provenance.StoredRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How two runs compare.
 *
 * @param files each output of either
 * @param causes what their manifests show that can change results, the likeliest first
 */
public record RunComparison(List<FileComparison> files, List<Difference> causes) {
  /** Far above what another order of float32 sums gives, far below what an eye sees. */
  public static final double DEFAULT_TOLERANCE = 1e-4;

  /** Copies the lists. */
  public RunComparison {
    files = List.copyOf(files);
    causes = List.copyOf(causes);
  }

  /**
   * Compares.
   *
   * @param left the first run; where only its manifest is there, the hashes are compared
   * @param right the second run
   * @param tolerance largest difference of numbers that is small, as a part of the largest value of
   *     the array or column
   * @throws InvalidInputException if one of the runs was replaced meanwhile
   */
  public static RunComparison of(StoredRun left, StoredRun right, double tolerance) {
    Set<String> names = new TreeSet<>(left.manifest().outputs().keySet());
    names.addAll(right.manifest().outputs().keySet());
    List<FileComparison> files = new ArrayList<>();
    for (String name : names) {
      files.add(compare(name, left, right, tolerance));
    }
    left.requireUnchanged();
    right.requireUnchanged();
    return new RunComparison(files, Cause.between(left.manifest(), right.manifest()));
  }

  private static FileComparison compare(
      String name, StoredRun left, StoredRun right, double tolerance) {
    String leftHash = hash(name, left);
    String rightHash = hash(name, right);
    if (leftHash == null || rightHash == null) {
      String where = "only in the " + (leftHash == null ? "second" : "first");
      return FileComparison.of(name, Verdict.ALONE, where);
    }
    if (Path.of(name).getFileName().toString().equals(RunFolder.TIMES)) {
      return FileComparison.of(name, Verdict.NOT_COMPARED);
    }
    if (leftHash.equals(rightHash)) {
      return FileComparison.of(name, Verdict.BIT_EQUAL);
    }
    if (!left.has(name) || !right.has(name)) {
      return FileComparison.of(name, Verdict.DIFFERENT, "only its hash is available");
    }
    try {
      return FileComparer.of(name, tolerance).compare(name, left.file(name), right.file(name));
    } catch (InvalidInputException e) {
      // One that is damaged does not hide how the others compare.
      return FileComparison.of(name, Verdict.DIFFERENT, e.getMessage());
    }
  }

  /** Of the file as it is now; of what the manifest says where it is not there. */
  private static String hash(String name, StoredRun run) {
    return run.has(name) ? Sha256.of(run.file(name)) : run.manifest().outputs().get(name);
  }

  /** Whether no file is different, nor in one run only. */
  public boolean isFine() {
    return files.stream().allMatch(file -> file.verdict().isFine());
  }

  /** A line for each verdict that occurs, with how many files have it. */
  public String count() {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long count = files.stream().filter(file -> file.verdict() == verdict).count();
      if (count > 0 && verdict != Verdict.NOT_COMPARED) {
        parts.add(String.format(Locale.ROOT, "%d %s", count, verdict.words()));
      }
    }
    return String.join(", ", parts);
  }

  /** A line for each file, with more below where it is not bit-equal. */
  public List<String> describe() {
    return files.stream().flatMap(file -> file.describe().stream()).toList();
  }

  /** The first cause, for people. */
  public String firstCause() {
    if (causes.isEmpty()) {
      return "the two manifests show no cause: seed, version, settings, data, BLAS, processor and, where both record it, build are the same";
    }
    Difference first = causes.get(0);
    return String.format(
        Locale.ROOT,
        "the first cause that the two manifests show: %s (%s and %s)",
        first.field(),
        first.left(),
        first.right());
  }
}
