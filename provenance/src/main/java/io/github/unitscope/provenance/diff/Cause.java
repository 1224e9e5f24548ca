package io.github.unitscope.provenance.diff;

import io.github.unitscope.provenance.Difference;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.Manifest;
import io.github.unitscope.provenance.Versions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Why two runs may differ, as far as their manifests tell. */
final class Cause {
  private Cause() {}

  /**
   * What can change results, the likeliest cause first; the fields' names are for people.
   *
   * @param build null where the two have the same, also of different commits, or one does not say
   */
  private record Causes(
      long seed,
      String unitscope,
      String build,
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

    static Causes of(Manifest manifest, boolean sameBuild) {
      Inputs inputs = manifest.inputs();
      return new Causes(
          inputs.seed(),
          manifest.versions().unitscope(),
          sameBuild ? null : manifest.versions().describeBuild(),
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
    boolean same = isSameBuild(left.versions(), right.versions());
    return Difference.between(Causes.of(left, same), Causes.of(right, same));
  }

  /** What is not recorded is no cause, or it would hide those that are. */
  private static boolean isSameBuild(Versions left, Versions right) {
    return left.build() == null || right.build() == null || left.build().equals(right.build());
  }
}
