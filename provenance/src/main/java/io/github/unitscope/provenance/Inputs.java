package io.github.unitscope.provenance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.ModelSource;
import io.github.unitscope.network.storage.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What determines the results of a run.
 *
 * @param command the words of the command
 * @param settings every effective option
 * @param seed the root seed
 * @param data the name of the dataset, or null where none was read
 * @param dataSettings the choices by which its images were made, or null where there are none
 * @param dataFiles SHA-256 of the decompressed bytes of every data file, by its name within the
 *     dataset; of a file that an option names, by the option
 * @param modelPath where the model was, or null where none was read
 * @param modelSha256 of the model's description and weights, or null
 * @param modelRun identity of the run that made the model, when it was read; null where that is not
 *     known. It determines nothing, and stands in {@link ModelLink} instead of here
 */
public record Inputs(
    String command,
    Object settings,
    long seed,
    String data,
    Object dataSettings,
    Map<String, String> dataFiles,
    String modelPath,
    String modelSha256,
    @JsonIgnore String modelRun) {

  /**
   * Copies the hashes.
   *
   * @throws NullPointerException if the command, the settings or the hashes are null
   */
  public Inputs {
    Objects.requireNonNull(command, "command is null");
    Objects.requireNonNull(settings, "settings is null");
    Objects.requireNonNull(dataFiles, "dataFiles is null");
    if (dataFiles.values().stream().anyMatch(Objects::isNull)) {
      throw new InvalidInputException("dataFiles: a file has no hash");
    }
    if (modelPath != null && modelSha256 == null) {
      throw new InvalidInputException("modelSha256: the model has no hash");
    }
    ModelLink.requirePath(modelPath);
    dataFiles = Collections.unmodifiableMap(new TreeMap<>(dataFiles));
  }

  /** Of a manifest. */
  @JsonCreator
  static Inputs stored(
      @JsonProperty("command") String command,
      @JsonProperty("settings") Object settings,
      @JsonProperty("seed") long seed,
      @JsonProperty("data") String data,
      @JsonProperty("dataSettings") Object dataSettings,
      @JsonProperty("dataFiles") Map<String, String> dataFiles,
      @JsonProperty("modelPath") String modelPath,
      @JsonProperty("modelSha256") String modelSha256) {
    return new Inputs(
        command, settings, seed, data, dataSettings, dataFiles, modelPath, modelSha256, null);
  }

  /** Inputs without data or model; see the {@code with} methods. */
  public static Inputs of(String command, Object settings, long seed) {
    return new Inputs(command, settings, seed, null, null, Map.of(), null, null, null);
  }

  /** The same with a dataset. */
  public Inputs withData(Dataset dataset) {
    Map<String, String> hashes = new TreeMap<>(dataFiles);
    dataset.sources().forEach(file -> put(hashes, file.name(), file.sha256()));
    return new Inputs(
        command,
        settings,
        seed,
        dataset.name(),
        dataset.settings(),
        hashes,
        modelPath,
        modelSha256,
        modelRun);
  }

  /**
   * The same with a file that is no part of a dataset.
   *
   * @param option that names it, for example {@code --parts}
   * @param sha256 of the bytes that were used
   */
  public Inputs withFile(String option, String sha256) {
    Map<String, String> hashes = new TreeMap<>(dataFiles);
    put(hashes, option, sha256);
    return new Inputs(
        command, settings, seed, data, dataSettings, hashes, modelPath, modelSha256, modelRun);
  }

  private static void put(Map<String, String> hashes, String name, String sha256) {
    String other = hashes.put(name, sha256);
    if (other != null && !other.equals(sha256)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "two data files are called '%s', and a manifest lists one", name));
    }
  }

  /** The same with a model. */
  public Inputs withModel(ModelSource model) {
    return new Inputs(
        command,
        settings,
        seed,
        data,
        dataSettings,
        dataFiles,
        model.path(),
        model.sha256(),
        model.run());
  }

  /**
   * A hash of all that determines the results, the version of unitscope too, but not of places and
   * times: it names the run in the pictures that it makes.
   */
  String identity(String version) {
    Inputs placeless =
        new Inputs(command, settings, seed, data, dataSettings, dataFiles, null, modelSha256, null);
    String text = version + "\n" + Json.canonicalText(placeless);
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
