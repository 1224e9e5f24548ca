package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.provenance.RunFolder;
import java.nio.file.Files;
import java.util.List;

/** What a study found. The ascents themselves stay in its work folder. */
public final class StudyResults {
  /** The file of {@link StudyArrays}. */
  static final String ARRAYS = "results.npz";

  private final StudySettings settings;
  private final WorkFolder work;
  private final List<LayerStudy> layers;

  StudyResults(StudySettings settings, WorkFolder work, List<LayerStudy> layers) {
    this.settings = settings;
    this.work = work;
    this.layers = List.copyOf(layers);
  }

  StudySettings settings() {
    return settings;
  }

  /** A study for every model and layer. */
  List<LayerStudy> layers() {
    return layers;
  }

  /** The ascents of a part. */
  Ascents ascents(Part part) {
    return work.read(part);
  }

  /** Writes {@code units.csv}, {@code layers.csv} and {@code results.npz}. */
  public void write(RunFolder folder) {
    folder.writeText("units.csv", StudyTables.units(layers));
    folder.writeText("layers.csv", StudyTables.layers(layers));
    folder.write(
        ARRAYS,
        file -> {
          try (NpzWriter npz = NpzWriter.stored(Files.newOutputStream(file))) {
            new StudyArrays(this).write(npz);
          }
        });
  }

  /** A line for every model and layer. */
  public List<String> describe() {
    return layers.stream().map(LayerStudy::describe).toList();
  }
}
