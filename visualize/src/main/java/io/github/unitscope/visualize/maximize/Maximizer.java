package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.MemoryNeed;
import io.github.unitscope.network.numerics.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;

/**
 * Finds the images that maximize objectives on a network: a pure function of network, settings and
 * targets.
 *
 * <p>Many ascents are rows of one batch. A row that has stopped makes room for the next target, so
 * that rows that need long do not hold up the others and memory does not grow with their number;
 * when no target is left, the last rows go on in smaller batches. Rows never influence each other,
 * except through {@link Diversity}: a target gives the same bits alone and among thousands, with
 * any number of threads.
 */
public final class Maximizer {
  /** The value of an ascent after it, while it goes on and when it is handed on. */
  private static final int BYTES_OF_A_STEP = 2 * Double.BYTES;

  private final Network network;
  private final MaximizationSettings settings;
  private final Workers workers;

  /**
   * @param network to look at
   * @param settings how
   * @param workers the threads to use
   */
  public Maximizer(Network network, MaximizationSettings settings, Workers workers) {
    this.network = network;
    this.settings = settings;
    this.workers = workers;
  }

  /** The maxima of all targets, in their order. */
  public List<Maximum> maximize(List<AscentJob> targets) {
    Maximum[] maxima = new Maximum[targets.size()];
    maximize(targets, (maximum, index) -> maxima[index] = maximum);
    return Arrays.asList(maxima);
  }

  /**
   * Gives each maximum with the index of its target to {@code consumer} as soon as it is found, in
   * any order and from several threads.
   */
  @SuppressWarnings("MustBeClosedChecker") // A shrunk batch takes its place, and is closed.
  public void maximize(List<AscentJob> targets, ObjIntConsumer<Maximum> consumer) {
    Set<Readout> readouts =
        targets.stream()
            .flatMap(target -> target.objective().readouts().stream())
            .collect(Collectors.toUnmodifiableSet());
    requireMemory();
    AscentSchedule schedule =
        AscentSchedule.of(network, settings, targets, readouts, workers.threads());
    AtomicInteger next = new AtomicInteger();
    workers.forEachShard(
        Math.min(workers.threads(), schedule.groups()),
        batch -> {
          AscentBatch ascents = new AscentBatch(network, readouts, settings, schedule);
          try {
            while (ascents.step(targets, next, consumer)) {
              ascents = next.get() < schedule.groups() ? ascents : ascents.shrunk();
            }
          } finally {
            ascents.close();
          }
        });
  }

  private void requireMemory() {
    if (settings.ascent().makesAllSteps()) {
      int steps = settings.ascent().mostSteps();
      MemoryNeed.requireHeap(
          String.format(Locale.ROOT, "the values after %d steps", steps),
          BYTES_OF_A_STEP * (double) steps);
    }
  }
}
