package io.github.unitscope.experiments.maximize;

import com.beust.jcommander.Parameter;
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
import java.util.OptionalDouble;

/** Options of what an image is made of, what it goes through and what is done to it. */
final class ParameterizationOptions {
  @Parameter(
      names = "--parameterization",
      description =
          "What is moved: pixels, decorrelated (pixels of decorrelated colours), fourier or maco; by"
              + " default the preset's")
  private String parameterization;

  @Parameter(
      names = "--transforms",
      description =
          "What the image goes through at each step, for example"
              + " \"pad=12 jitter=8 scale=0.9:1.1 rotate=-10:10 jitter=4\", or none")
  private String transforms;

  @Parameter(
      names = "--regularize",
      variableArity = true,
      description =
          "What an image pays or what is done to it, for example tv=0.25 blur=0.5/4; or none")
  private List<String> regularizers = new ArrayList<>();

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
