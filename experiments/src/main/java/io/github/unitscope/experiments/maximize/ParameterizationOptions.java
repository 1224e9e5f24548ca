package io.github.unitscope.experiments.maximize;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Presets;
import io.github.unitscope.visualize.parameterize.Parameterization;
import io.github.unitscope.visualize.parameterize.Parameterizations;
import io.github.unitscope.visualize.regularize.Regularizers;
import io.github.unitscope.visualize.transform.Transforms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Options of what an image is made of, what it goes through and what is done to it. */
final class ParameterizationOptions implements Explained {
  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--parameterization",
      description =
          "What is moved: {parameterizations}. decorrelated means pixels of decorrelated"
              + " colours. Default: {preset}")
  private String parameterization;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--transforms",
      description =
          "Random transforms of the image at each step, of {transforms}, for example"
              + " \"pad=12 jitter=8 scale=0.9:1.1 rotate=-10:10\"; or none. Default: {preset}")
  private String transforms;

  @Parameter(
      names = "--regularize",
      variableArity = true,
      description =
          "Penalties and filters of the image, of {regularizers}, for example tv=0.25"
              + " blur=0.5/4; or none. Default: {preset}")
  private List<String> regularizers = new ArrayList<>();

  @Override
  public Map<String, String> words() {
    return Map.of(
        "parameterizations",
        String.join(", ", Parameterizations.names()),
        "transforms",
        String.join(", ", Transforms.names()),
        "regularizers",
        String.join(", ", Regularizers.names()),
        "preset",
        MaximizationOptions.OF_PRESET);
  }

  /** Puts what was asked for in place of a preset's. */
  void edit(MaximizationSettings.Builder settings, Network network, OptionalDouble norm) {
    ImageRange range = network.imageRange();
    double neutral = Presets.neutral(range);
    if (parameterization != null) {
      Parameterization moved = Parameterizations.named(parameterization, range);
      settings.parameterization(moved).constraint(Presets.constraint(moved, range, norm));
    }
    if (transforms != null) {
      settings.transforms(
          transforms.equals("none") ? List.of() : Transforms.parse(transforms, neutral));
    }
    if (regularizers.equals(List.of("none"))) {
      settings.regularizers(List.of());
    } else if (!regularizers.isEmpty()) {
      settings.regularizers(
          regularizers.stream().map(text -> Regularizers.parse(text, neutral)).toList());
    }
  }
}
