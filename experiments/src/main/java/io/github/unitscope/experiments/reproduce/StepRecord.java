package io.github.unitscope.experiments.reproduce;

import java.util.List;

/**
 * How a folder was made.
 *
 * @param words of the command
 * @param seed the root seed
 * @param version of unitscope
 * @param identity of the run
 * @param needs identities of the runs that it was made from
 */
record StepRecord(String words, long seed, String version, String identity, List<String> needs) {

  boolean isOf(StepRecord other) {
    return words.equals(other.words)
        && seed == other.seed
        && version.equals(other.version)
        && needs.equals(other.needs);
  }
}
