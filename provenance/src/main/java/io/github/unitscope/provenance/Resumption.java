package io.github.unitscope.provenance;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of what an earlier process left unfinished.
 *
 * @param resume whether to go on with it
 * @param everySeconds between two checkpoints; 0 for every step
 */
public record Resumption(boolean resume, double everySeconds) {
  /** Seldom enough to cost nothing, often enough to lose little. */
  public static final double DEFAULT_SECONDS = 30;

  /**
   * @throws IllegalArgumentException if the time is negative or not a number
   */
  public Resumption {
    if (!(everySeconds >= 0)) {
      throw new IllegalArgumentException("seconds must not be negative: " + everySeconds);
    }
  }

  /** The same as options of a command that can go on later. */
  public List<String> asOptions() {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--checkpoint-every", String.valueOf(everySeconds)));
    if (resume) {
      words.add("--resume");
    }
    return words;
  }
}
