package io.github.unitscope.experiments.maximize;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.maximize.Box;
import io.github.unitscope.visualize.maximize.Constraint;
import io.github.unitscope.visualize.maximize.Specification;
import io.github.unitscope.visualize.maximize.Sphere;
import io.github.unitscope.visualize.maximize.Unbounded;
import io.github.unitscope.visualize.parameterize.DecorrelatedPixels;
import io.github.unitscope.visualize.parameterize.Fourier;
import io.github.unitscope.visualize.parameterize.Maco;
import io.github.unitscope.visualize.parameterize.Parameterization;
import io.github.unitscope.visualize.parameterize.Pixels;
import io.github.unitscope.visualize.regularize.Regularizer;
import io.github.unitscope.visualize.regularize.Regularizers;
import io.github.unitscope.visualize.transform.Transform;
import io.github.unitscope.visualize.transform.Transforms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Options of what an image is made of, what it goes through and what is done to it. */
final class ParameterizationOptions {
  private static final double START_DEVIATION = 0.04;

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

  boolean hasParameterization() {
    return parameterization != null;
  }

  Parameterization parameterization(Specification base, Network network) {
    if (parameterization == null) {
      return base.parameterization();
    }
    ImageRange range = network.imageRange();
    double middle = range.isBounded() ? (range.low() + range.high()) / 2 : 0;
    double width = range.isBounded() ? range.high() - range.low() : 1;
    return switch (parameterization) {
      case "pixels" -> new Pixels(middle, START_DEVIATION * width);
      case "decorrelated" -> new DecorrelatedPixels(range, DecorrelatedPixels.DEFAULT_DEVIATION);
      case "fourier" -> new Fourier(range);
      case "maco" -> new Maco(range);
      default ->
          throw new UsageException(
              String.format(
                  Locale.ROOT,
                  "--parameterization %s is not known: write pixels, decorrelated, fourier or maco",
                  parameterization));
    };
  }

  /** Where images stay that are made in another way than the preset's. */
  Constraint constraint(Network network, double norm) {
    ImageRange range = network.imageRange();
    if (!range.isBounded()) {
      return new Sphere(norm);
    }
    return parameterization.equals("pixels")
        ? new Box(range.low(), range.high())
        : Unbounded.ANY_IMAGE;
  }

  List<Transform> transforms(Specification base, Network network) {
    if (transforms == null) {
      return base.transforms();
    }
    ImageRange range = network.imageRange();
    double neutral = range.isBounded() ? (range.low() + range.high()) / 2 : 0;
    return transforms.equals("none") ? List.of() : Transforms.parse(transforms, neutral);
  }

  List<Regularizer> regularizers(Specification base, Network network) {
    if (regularizers.isEmpty()) {
      return base.regularizers();
    }
    if (regularizers.equals(List.of("none"))) {
      return List.of();
    }
    ImageRange range = network.imageRange();
    double neutral = range.isBounded() ? (range.low() + range.high()) / 2 : 0;
    return regularizers.stream().map(text -> Regularizers.parse(text, neutral)).toList();
  }
}
