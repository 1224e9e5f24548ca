package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which ascents are made at once. Those that make all their steps begin and end together, in groups
 * of about the same size; others make room for the next as they end.
 *
 * @param ends the index after the last target of every group, in ascending order
 * @param atOnce ascents that a batch makes at once at most
 * @param together whether a batch takes a group only when it has none
 */
record AscentSchedule(int[] ends, int atOnce, boolean together) {
  /** Rows of a pass for groups that must stay together. */
  private static final int LARGEST_GROUP = 4;

  /**
   * @param threads that share the work
   */
  static AscentSchedule of(
      Network network,
      MaximizationSettings settings,
      List<Target> targets,
      Set<Readout> readouts,
      int threads) {
    int share = (targets.size() + threads - 1) / threads;
    if (settings.diversity().isPresent()) {
      return groups(targets, room(network, readouts));
    }
    if (!settings.ascent().makesAllSteps()) {
      return new AscentSchedule(ends(targets.size(), 1), Math.max(1, share), false);
    }
    // As few rounds as fit, all of about the same size, and as many for each thread.
    int room = room(network, readouts);
    int rounds = Math.max(1, (share + room - 1) / room);
    int size = Math.max(1, (share + rounds - 1) / rounds);
    return new AscentSchedule(ends(targets.size(), size), size, true);
  }

  int groups() {
    return ends.length;
  }

  int from(int group) {
    return group == 0 ? 0 : ends[group - 1];
  }

  int to(int group) {
    return ends[group];
  }

  /** Whether a batch with so many ascents in so many rows takes another group. */
  boolean takesMore(int count, int rows) {
    return together ? count == 0 : count < rows;
  }

  private static int room(Network network, Set<Readout> readouts) {
    try (Pass pass = network.newPass(readouts)) {
      return pass.usableRows().length;
    }
  }

  private static int[] ends(int count, int size) {
    int[] ends = new int[(count + size - 1) / size];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = Math.min(count, (i + 1) * size);
    }
    return ends;
  }

  /** The targets that stand beside each other and have the same objective belong together. */
  private static AscentSchedule groups(List<Target> targets, int room) {
    List<Integer> ends = new ArrayList<>();
    int most = 1;
    for (int from = 0, to; from < targets.size(); from = to) {
      to = from + 1;
      while (to < targets.size()
          && targets.get(to).objective().equals(targets.get(from).objective())) {
        to++;
      }
      ends.add(to);
      most = Math.max(most, to - from);
      if (to - from > LARGEST_GROUP * room) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "diversity compares all starts of a unit at once: %d are too many, take up to %d",
                to - from,
                LARGEST_GROUP * room));
      }
    }
    return new AscentSchedule(ends.stream().mapToInt(Integer::intValue).toArray(), most, true);
  }
}
