package io.github.unitscope.experiments.rerun;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.provenance.Manifest;
import io.github.unitscope.provenance.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Finds the model that a run looked at, where the run, the model or both may have moved. */
final class ModelSearch {
  private ModelSearch() {}

  /**
   * The folder of the model.
   *
   * @return the place that holds the same weights, or else the first that holds a model
   * @throws InvalidInputException if none of the places that the manifest names holds one
   */
  static Path find(StoredRun run) {
    Set<Path> places = new LinkedHashSet<>();
    Manifest manifest = run.manifest();
    places.add(Path.of(manifest.inputs().modelPath()));
    if (manifest.model() != null) {
      places.add(run.folder().resolve(manifest.model().folder()).normalize());
    }
    return places.stream()
        .filter(place -> isModel(place) && isSame(place, manifest))
        .findFirst()
        .or(() -> places.stream().filter(ModelSearch::isModel).findFirst())
        .orElseThrow(() -> missing(places));
  }

  private static boolean isModel(Path place) {
    return ModelFiles.areIn(place) && Files.isRegularFile(place.resolve(ModelFiles.WEIGHTS));
  }

  private static boolean isSame(Path place, Manifest manifest) {
    return ModelFiles.sha256(place).equals(manifest.inputs().modelSha256());
  }

  private static InvalidInputException missing(Set<Path> places) {
    return new InvalidInputException(
        String.format(
            Locale.ROOT,
            "the model of the run is missing (looked for in %s): say where it is with --model",
            String.join(" and ", places.stream().map(Path::toString).toList())));
  }
}
