package io.github.unitscope.provenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.unitscope.network.storage.MayBeMissing;
import java.util.List;
import java.util.Objects;

/**
 * Says whose checkpoints lie in a folder.
 *
 * @param identity of the run, which its checkpoints are good for
 * @param version of unitscope
 * @param started in UTC, ISO 8601
 * @param arguments of the command
 * @param inputs what determines the results
 * @param versions the software that began; null in what was written before it was recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnfinishedRun(
    String identity,
    String version,
    String started,
    List<String> arguments,
    Inputs inputs,
    @MayBeMissing Versions versions) {

  UnfinishedRun {
    Objects.requireNonNull(identity, "identity is null");
    Objects.requireNonNull(version, "version is null");
    Objects.requireNonNull(started, "started is null");
    Objects.requireNonNull(arguments, "arguments is null");
    Objects.requireNonNull(inputs, "inputs is null");
    arguments = List.copyOf(arguments);
  }
}
