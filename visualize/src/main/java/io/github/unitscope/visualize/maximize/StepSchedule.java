package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.MemoryNeed;
import io.github.unitscope.network.numerics.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ObjIntConsumer;

/** Which ascents of a fixed number of steps are made at once. */
final class StepSchedule {
  /** The value of an ascent after it, while it goes on and when it is handed on. */
  private static final int BYTES_OF_A_STEP = 2 * Double.BYTES;

  private final Network network;
  private final Specification specification;
  private final Workers workers;

  /** Targets from an index to another. */
  private record Chunk(int from, int to) {
    int size() {
      return to - from;
    }
  }

  StepSchedule(Network network, Specification specification, Workers workers) {
    this.network = network;
    this.specification = specification;
    this.workers = workers;
  }

  void run(List<Target> targets, Set<Readout> readouts, ObjIntConsumer<Maximum> consumer) {
    int steps = specification.ascent().mostSteps();
    MemoryNeed.requireHeap(
        String.format(Locale.ROOT, "the values after %d steps", steps),
        BYTES_OF_A_STEP * (double) steps);
    int room = room(readouts);
    List<Chunk> chunks =
        specification.diversity() == null ? chunks(targets.size(), room) : groups(targets, room);
    int most = chunks.stream().mapToInt(Chunk::size).max().orElse(0);
    // A batch has buffers that are worth keeping: one for every thread, not for every chunk.
    ConcurrentLinkedQueue<StepBatch> idle = new ConcurrentLinkedQueue<>();
    try {
      workers.forEachShard(
          chunks.size(),
          shard -> {
            StepBatch kept = idle.poll();
            StepBatch batch =
                kept == null ? new StepBatch(network, readouts, specification, most) : kept;
            batch.run(targets, chunks.get(shard).from, chunks.get(shard).to, consumer);
            idle.add(batch);
          });
    } finally {
      idle.forEach(StepBatch::close);
    }
  }

  private int room(Set<Readout> readouts) {
    try (Pass pass = network.newPass(readouts)) {
      return pass.usableRows().length;
    }
  }

  /** As few as fit, all of about the same size, and as many for each thread. */
  private List<Chunk> chunks(int count, int room) {
    int share = (count + workers.threads() - 1) / workers.threads();
    int rounds = Math.max(1, (share + room - 1) / room);
    int size = Math.max(1, (share + rounds - 1) / rounds);
    List<Chunk> chunks = new ArrayList<>();
    for (int from = 0; from < count; from += size) {
      chunks.add(new Chunk(from, Math.min(count, from + size)));
    }
    return chunks;
  }

  /** The targets that stand beside each other and have the same objective belong together. */
  private List<Chunk> groups(List<Target> targets, int room) {
    List<Chunk> groups = new ArrayList<>();
    for (int from = 0, to; from < targets.size(); from = to) {
      to = from + 1;
      while (to < targets.size()
          && targets.get(to).objective().equals(targets.get(from).objective())) {
        to++;
      }
      groups.add(new Chunk(from, to));
      if (to - from > 4 * room) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "diversity compares all starts of a unit at once: %d are too many, take up to %d",
                to - from,
                4 * room));
      }
    }
    return groups;
  }
}
