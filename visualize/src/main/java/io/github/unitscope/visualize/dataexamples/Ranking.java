package io.github.unitscope.visualize.dataexamples;

import java.util.ArrayList;
import java.util.List;

/**
 * The images with the smallest keys, of equal keys those with the smallest index, each content
 * once. What it holds at the end does not depend on the order in which images were offered.
 */
final class Ranking {
  private final int capacity;
  private final List<Candidate> candidates = new ArrayList<>();
  private final double[] keys;

  Ranking(int capacity) {
    this.capacity = capacity;
    this.keys = new double[capacity + 1];
  }

  /** Whether an image would be taken, as far as its key tells; quick. */
  boolean mayTake(double key) {
    return candidates.size() < capacity || key <= keys[capacity - 1];
  }

  /**
   * Offers an image.
   *
   * @param key the same for the same content
   */
  void offer(double key, Candidate candidate) {
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).content() == candidate.content()) {
        if (candidates.get(i).image() <= candidate.image()) {
          return;
        }
        remove(i);
        break;
      }
    }
    int at = candidates.size();
    while (at > 0 && isBefore(key, candidate, at - 1)) {
      at--;
    }
    System.arraycopy(keys, at, keys, at + 1, candidates.size() - at);
    keys[at] = key;
    candidates.add(at, candidate);
    if (candidates.size() > capacity) {
      candidates.remove(capacity);
    }
  }

  private void remove(int i) {
    candidates.remove(i);
    System.arraycopy(keys, i + 1, keys, i, candidates.size() - i);
  }

  private boolean isBefore(double key, Candidate candidate, int other) {
    return key < keys[other]
        || key == keys[other] && candidate.image() < candidates.get(other).image();
  }

  /** The images, the smallest key first. */
  List<Candidate> candidates() {
    return List.copyOf(candidates);
  }
}
