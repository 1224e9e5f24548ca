package io.github.unitscope.experiments.provenance;

import io.github.unitscope.experiments.run.Difference;
import io.github.unitscope.experiments.run.Inputs;
import io.github.unitscope.experiments.run.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Why two runs may differ, as far as their manifests tell. */
final class Cause {
  private Cause() {}

  /** What can change results, the likeliest cause first; the fields' names are for people. */
  private record Causes(
      long seed,
      String unitscope,
      String command,
      Object settings,
      String data,
      Object dataSettings,
      Map<String, String> dataFiles,
      String model,
      String nameOfModel,
      String blas,
      String nd4j,
      String processor,
      String java,
      String system) {

    static Causes of(Manifest manifest) {
      Inputs inputs = manifest.inputs();
      return new Causes(
          inputs.seed(),
          manifest.versions().unitscope(),
          inputs.command(),
          inputs.settings(),
          inputs.data(),
          inputs.dataSettings(),
          inputs.dataFiles(),
          inputs.modelSha256(),
          name(inputs.modelPath()),
          manifest.versions().blas(),
          manifest.versions().nd4j(),
          manifest.machine().processor(),
          manifest.versions().java(),
          manifest.machine().system());
    }
  }

  /** Captions of pictures have it. */
  private static String name(String model) {
    if (model == null) {
      return null;
    }
    Path last = Path.of(model).toAbsolutePath().normalize().getFileName();
    return last == null ? model : last.toString();
  }

  /**
   * What differs between two manifests and can change results, the likeliest cause first. Places,
   * times and the number of threads change nothing.
   */
  static List<Difference> between(Manifest left, Manifest right) {
    return Difference.between(Causes.of(left), Causes.of(right));
  }
}
