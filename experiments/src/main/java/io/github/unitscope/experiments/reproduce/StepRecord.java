package io.github.unitscope.experiments.reproduce;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.unitscope.experiments.run.Versions;
import io.github.unitscope.network.storage.MayBeMissing;
import java.util.List;

/**
 * How a folder was made.
 *
 * @param words of the command
 * @param seed the root seed
 * @param version of unitscope
 * @param identity of the run
 * @param needs identities of the runs that it was made from
 * @param versions the software that made it; null in what was written before it was recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepRecord(
    String words,
    long seed,
    String version,
    String identity,
    List<String> needs,
    @MayBeMissing Versions versions) {

  boolean isOf(StepRecord other) {
    return words.equals(other.words)
        && seed == other.seed
        && version.equals(other.version)
        && needs.equals(other.needs);
  }
}
