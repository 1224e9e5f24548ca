package io.github.unitscope.experiments.run;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All that is needed to make a run again, and to know whether it came out the same.
 *
 * @param identity the hash that the run's pictures carry
 * @param arguments the command and its effective options; see {@link Invocation}
 * @param inputs what determines the results
 * @param model the model that was looked at, or null
 * @param versions the software
 * @param machine where it ran
 * @param started in UTC, ISO 8601
 * @param seconds how long it took; since the last resumption where there was one
 * @param outputs SHA-256 of every file of the run, by its name
 */
public record Manifest(
    String identity,
    List<String> arguments,
    Inputs inputs,
    ModelLink model,
    Versions versions,
    Machine machine,
    String started,
    double seconds,
    Map<String, String> outputs) {

  /**
   * Copies the arguments and the outputs.
   *
   * @throws NullPointerException if any part but the model is null
   */
  public Manifest {
    Objects.requireNonNull(identity, "identity is null");
    Objects.requireNonNull(arguments, "arguments is null");
    Objects.requireNonNull(inputs, "inputs is null");
    Objects.requireNonNull(versions, "versions is null");
    Objects.requireNonNull(machine, "machine is null");
    Objects.requireNonNull(started, "started is null");
    Objects.requireNonNull(outputs, "outputs is null");
    arguments = List.copyOf(arguments);
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
  }
}
