package io.github.unitscope.provenance;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.ModelFiles;
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
 * @param part the folder of the run that this manifest is of: empty for the run itself, or that of
 *     a model within it
 * @param outputs SHA-256 of every file of that folder, by its name
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
    String part,
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
    Objects.requireNonNull(part, "part is null");
    Objects.requireNonNull(outputs, "outputs is null");
    if (outputs.values().stream().anyMatch(Objects::isNull)) {
      throw new InvalidInputException("outputs: a file has no hash");
    }
    arguments = List.copyOf(arguments);
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
  }

  /** Whether the identity is that of the inputs, as in every manifest that nobody has edited. */
  boolean isConsistent() {
    return identity.equals(inputs.identity(versions.unitscope()));
  }

  /** The folders of the models within the run, as their names; each has a manifest of its own. */
  List<String> models() {
    String description = "/" + ModelFiles.DESCRIPTION;
    return outputs.keySet().stream()
        .filter(name -> name.endsWith(description))
        .map(name -> name.substring(0, name.length() - description.length()))
        .toList();
  }

  /**
   * The manifest of a folder within the run.
   *
   * @param folder its name, without a / at the end
   */
  Manifest of(String folder) {
    String prefix = folder + "/";
    Map<String, String> within = new TreeMap<>();
    outputs.forEach(
        (name, hash) -> {
          if (name.startsWith(prefix)) {
            within.put(name.substring(prefix.length()), hash);
          }
        });
    return new Manifest(
        identity, arguments, inputs, model, versions, machine, started, seconds, folder, within);
  }
}
