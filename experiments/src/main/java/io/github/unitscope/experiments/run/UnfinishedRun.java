package io.github.unitscope.experiments.run;

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
 */
record UnfinishedRun(
    String identity, String version, String started, List<String> arguments, Inputs inputs) {

  UnfinishedRun {
    Objects.requireNonNull(identity, "identity is null");
    Objects.requireNonNull(version, "version is null");
    Objects.requireNonNull(started, "started is null");
    Objects.requireNonNull(arguments, "arguments is null");
    Objects.requireNonNull(inputs, "inputs is null");
    arguments = List.copyOf(arguments);
  }
}
