package io.github.unitscope.benchmarks;

import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.provenance.Machine;
import io.github.unitscope.provenance.Versions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that was measured, and where.
 *
 * @param date when it was, in UTC
 * @param machine where
 * @param versions of what
 * @param natives the binary of ND4J that was asked for; empty for the generic one
 * @param seed of everything random
 * @param results in the order of measurement
 */
public record BenchReport(
    String date,
    Machine machine,
    Versions versions,
    String natives,
    long seed,
    List<Measured> results) {
  private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";

  /** Copies the list. */
  public BenchReport {
    results = List.copyOf(results);
  }

  /** Of this process. */
  public static BenchReport of(int threads, long seed, List<Measured> results) {
    return new BenchReport(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        Machine.current(threads),
        Versions.current(Matrix::blas),
        System.getProperty(EXTENSION, ""),
        seed,
        results);
  }

  /** A line on where it was measured. */
  public String where() {
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %d threads; Java %s, ND4J %s%s, %s; %s",
        machine.processor(),
        machine.cores(),
        machine.threads(),
        versions.java(),
        versions.nd4j(),
        natives.isEmpty() ? "" : " (" + natives.substring(1) + ")",
        versions.blas(),
        date);
  }

  /** A table for people: medians, with quartiles where they tell something. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            name("workload"),
            "rounds",
            "seconds",
            "",
            "a second",
            "of",
            "GF/s",
            "speed",
            "",
            "over"));
    results.forEach(result -> lines.add(line(result)));
    return List.copyOf(lines);
  }

  /** What the rounds say of themselves, a line each. */
  public List<String> details() {
    return results.stream()
        .filter(result -> !result.details().isEmpty())
        .map(result -> result.name() + ": " + describe(result.details()))
        .toList();
  }

  /**
   * What a row of many costs, as a share of what a row of few costs: 1 where the cost is
   * proportional; empty where maximization was not measured with several numbers of rows.
   */
  public Optional<String> scaling() {
    List<Measured> sizes =
        results.stream().filter(result -> result.details().containsKey(Maximization.ROWS)).toList();
    if (sizes.size() < 2) {
      return Optional.empty();
    }
    double least = secondsPerRow(sizes.get(0));
    String shares =
        sizes.stream()
            .skip(1)
            .map(result -> result.name() + " " + Numbers.fixed(secondsPerRow(result) / least))
            .collect(Collectors.joining(", "));
    return Optional.of(
        String.format(
            Locale.ROOT, "cost of a row over that in %s: %s", sizes.get(0).name(), shares));
  }

  private static double secondsPerRow(Measured result) {
    return result.seconds().median() / result.details().get(Maximization.ROWS);
  }

  private static String describe(Map<String, Double> details) {
    List<String> parts =
        details.entrySet().stream()
            // The name of the workload says how many rows there were.
            .filter(entry -> !entry.getKey().equals(Maximization.ROWS))
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + " " + Numbers.brief(entry.getValue()))
            .toList();
    return String.join(", ", parts);
  }

  /** As wide as the longest. */
  private String name(String name) {
    int width = results.stream().mapToInt(result -> result.name().length()).max().orElse(0);
    return name + " ".repeat(Math.max(0, width - name.length()));
  }

  private String line(Measured result) {
    double perSecond = 1e6 / result.microsecondsPerItem().median();
    return line(
        name(result.name()),
        String.valueOf(result.rounds()),
        Numbers.seconds(result.seconds().median()),
        quartiles(result.seconds(), "%.3f"),
        String.format(Locale.ROOT, perSecond < 100 ? "%.2f" : "%.0f", perSecond),
        result.item(),
        result.gigaflops() == null
            ? ""
            : String.format(Locale.ROOT, "%.1f", result.gigaflops().median()),
        result.ratio() == null ? "" : Numbers.fixed(result.ratio().median()),
        result.ratio() == null ? "" : quartiles(result.ratio(), "%.2f"),
        result.reference() == null ? "" : result.reference());
  }

  private static String quartiles(Distribution values, String format) {
    return String.format(
        Locale.ROOT,
        "[" + format + ", " + format + "]",
        values.lowerQuartile(),
        values.upperQuartile());
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%s %6s %9s %-18s %10s %-10s %6s %6s %-12s %s", cells)
        .stripTrailing();
  }
}
