package io.github.unitscope.benchmarks;

import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Measures workloads in rounds that take turns, so that what else the machine does falls on all of
 * them alike. A round of work that is compared stands between two of its reference: A-B-A.
 */
public final class Bench implements AutoCloseable {
  /** The usual time of a warm-up. */
  public static final double WARM_UP_SECONDS = 2;

  /** OpenBLAS' idle threads keep their cores busy for 2^26 cycles, a sixtieth of a second. */
  private static final long PAUSE_MILLIS = 50;

  private final Workers workers;
  private final Seed seed;
  private final int rounds;
  private final double warmUpSeconds;
  private final IntConsumer listener;
  private final Map<String, Workload.Rounds> prepared = new LinkedHashMap<>();

  /**
   * @param workers the threads to use
   * @param seed of all that is random
   * @param rounds how many of everything that is not {@linkplain Workload#isLong long}; at least 1
   * @param warmUpSeconds how long to run each workload before the first round; once at least
   * @param listener is told how many rounds are done
   */
  public Bench(Workers workers, Seed seed, int rounds, double warmUpSeconds, IntConsumer listener) {
    this.workers = workers;
    this.seed = seed;
    this.rounds = rounds;
    this.warmUpSeconds = warmUpSeconds;
    this.listener = listener;
  }

  /** Measures; results are in the order of the comparisons. */
  public List<Measured> run(List<Comparison> comparisons) {
    List<Rows> rows = comparisons.stream().map(Rows::new).toList();
    for (Rows row : rows) {
      warmUp(row.comparison);
    }
    for (int round = 0; round < rounds; round++) {
      for (Rows row : rows) {
        if (round == 0 || !row.comparison.subject().isLong()) {
          measure(row);
        }
      }
      listener.accept(round + 1);
    }
    return rows.stream().map(Rows::measured).toList();
  }

  private void warmUp(Comparison comparison) {
    Workload.Rounds subject = prepare(comparison.subject());
    if (!comparison.subject().isLong()) {
      warmUp(subject);
    }
    if (comparison.reference() != null && !prepared.containsKey(comparison.reference().name())) {
      warmUp(prepare(comparison.reference()));
    }
  }

  /** Runs until Java has had time to compile what matters. */
  private void warmUp(Workload.Rounds work) {
    double seconds = 0;
    do {
      seconds += work.run().seconds();
    } while (seconds < warmUpSeconds);
  }

  private Workload.Rounds prepare(Workload workload) {
    // Not computeIfAbsent: preparing may fail halfway, and what is there must be closed.
    Workload.Rounds known = prepared.get(workload.name());
    if (known == null) {
      known = workload.prepare(workers, seed);
      prepared.put(workload.name(), known);
    }
    return known;
  }

  private void measure(Rows row) {
    Workload.Rounds subject = prepared.get(row.comparison.subject().name());
    if (row.comparison.reference() == null) {
      row.works.add(runAlone(subject));
      return;
    }
    Workload.Rounds reference = prepared.get(row.comparison.reference().name());
    double before = runAlone(reference).rate();
    Work work = runAlone(subject);
    double after = runAlone(reference).rate();
    row.works.add(work);
    row.ratios.add(2 * work.rate() / (before + after));
  }

  /** After a moment in which the threads of what ran before stop waiting for more of it. */
  private static Work runAlone(Workload.Rounds work) {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return work.run();
  }

  @Override
  public void close() {
    prepared.values().forEach(Workload.Rounds::close);
  }

  /** What the rounds of one comparison gave so far. */
  private static final class Rows {
    private final Comparison comparison;
    private final List<Work> works = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    Rows(Comparison comparison) {
      this.comparison = comparison;
    }

    Measured measured() {
      return Measured.of(comparison, works, ratios);
    }
  }
}
