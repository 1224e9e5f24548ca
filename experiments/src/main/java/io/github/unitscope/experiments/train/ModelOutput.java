package io.github.unitscope.experiments.train;

import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.picture.Png;
import java.nio.file.Files;
import java.util.Map;

/** The files that every training leaves. */
final class ModelOutput {
  private ModelOutput() {}

  static void write(
      RunFolder folder,
      String prefix,
      Object description,
      Map<String, NpyArray> weights,
      TrainingReport report) {
    folder.write(
        prefix + ModelFiles.DESCRIPTION, file -> Files.writeString(file, Json.text(description)));
    folder.writeArrays(prefix + ModelFiles.WEIGHTS, weights);
    folder.writeText(prefix + "metrics.csv", report.csv());
    if (!report.rows().isEmpty()) {
      Map<String, String> texts = Map.of("unitscope:run", folder.identity());
      folder.write(prefix + "training.png", file -> Png.write(report.chart(), texts, file));
    }
  }
}
