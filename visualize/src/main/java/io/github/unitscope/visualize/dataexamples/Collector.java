package io.github.unitscope.visualize.dataexamples;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The images that one unit keeps while all pass by. For one thread at a time. */
final class Collector {
  private final int subject;
  private final ExampleSettings settings;
  private final long seed;
  private final Ranking least;
  private final Ranking most;
  private final Ranking below;
  private final Ranking above;
  private final RangeSampler range = new RangeSampler();
  private long countAbove;

  Collector(int subject, ExampleSettings settings, Seed seed) {
    this.subject = subject;
    this.settings = settings;
    this.seed = seed.value();
    int group = settings.perGroup();
    // Enough that a group is full when the images of the groups before it are taken away.
    this.most = new Ranking(settings.most());
    this.least = new Ranking(group + settings.most());
    this.below = new Ranking(2 * group + settings.most());
    this.above = new Ranking(2 * group + settings.most());
  }

  void add(Candidate candidate) {
    double value = candidate.value();
    double threshold = settings.threshold();
    offer(most, -value, candidate);
    offer(least, value, candidate);
    if (value > threshold) {
      countAbove++;
      offer(above, value - threshold, candidate);
    } else if (value < threshold) {
      offer(below, threshold - value, candidate);
    }
    range.add(candidate, SplitMix64.at(seed ^ candidate.content(), 0));
  }

  private static void offer(Ranking ranking, double key, Candidate candidate) {
    if (ranking.mayTake(key)) {
      ranking.offer(key, candidate);
    }
  }

  UnitExamples result() {
    int group = settings.perGroup();
    Set<Long> taken = new HashSet<>();
    List<Candidate> maximum = take(most, settings.most(), Set.of());
    maximum.subList(0, Math.min(group, maximum.size())).forEach(c -> taken.add(c.content()));
    List<Candidate> minimum = takeNew(least, taken);
    List<Candidate> negative = takeNew(below, taken);
    List<Candidate> positive = takeNew(above, taken);
    return new UnitExamples(
        subject,
        examples(minimum),
        examples(negative),
        examples(positive),
        examples(maximum),
        examples(along()),
        range.histogram(),
        countAbove);
  }

  private List<Candidate> takeNew(Ranking ranking, Set<Long> taken) {
    List<Candidate> list = take(ranking, settings.perGroup(), taken);
    list.forEach(candidate -> taken.add(candidate.content()));
    return list;
  }

  private static List<Candidate> take(Ranking ranking, int count, Set<Long> taken) {
    return ranking.candidates().stream()
        .filter(candidate -> !taken.contains(candidate.content()))
        .limit(count)
        .toList();
  }

  private static List<Example> examples(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::example).toList();
  }

  /** For values at equal distances the images that come nearest, each once. */
  private List<Candidate> along() {
    List<Candidate> free = new ArrayList<>(range.drawn());
    Candidate first = least.candidates().get(0);
    Candidate last = most.candidates().get(0);
    free.removeIf(c -> c.content() == first.content() || c.content() == last.content());
    free.add(first);
    if (last.content() != first.content()) {
      free.add(last);
    }
    List<Candidate> chosen = new ArrayList<>();
    int count = settings.along();
    for (int i = 0; i < count && !free.isEmpty(); i++) {
      double target = first.value() + i * ((double) last.value() - first.value()) / (count - 1);
      Candidate nearest =
          free.stream()
              .min(
                  Comparator.<Candidate>comparingDouble(c -> Math.abs(c.value() - target))
                      .thenComparing(Candidate::image))
              .orElseThrow();
      free.remove(nearest);
      chosen.add(nearest);
    }
    chosen.sort(Comparator.comparingDouble(Candidate::value).thenComparing(Candidate::image));
    return chosen;
  }
}
