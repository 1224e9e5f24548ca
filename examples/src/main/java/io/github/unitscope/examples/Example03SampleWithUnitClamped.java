package io.github.unitscope.examples;

import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.visualize.figures.Figures;
import io.github.unitscope.visualize.sample.Sampling;
import io.github.unitscope.visualize.sample.SamplingResult;
import io.github.unitscope.visualize.sample.SamplingSettings;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What does the network expect to see when a unit is on? Chains of Gibbs sampling with the unit
 * clamped, in a model that has a distribution over images. The result says whether they have mixed.
 */
public final class Example03SampleWithUnitClamped {
  private Example03SampleWithUnitClamped() {}

  /** Draws {@code samples.png} in a folder that holds the model {@code dbn}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    StoredModel model = Models.read(folder.resolve("dbn"));
    SamplingSettings settings = SamplingSettings.DEFAULTS.withChains(8).withBurnIn(500);
    SamplingResult found =
        Sampling.of(model).layer(2).units(0, 1, 2, 3).settings(settings).seed(1).run();
    long mixed = found.samples().stream().filter(unit -> unit.mixing().mixed()).count();
    Figures.of(found)
        .caption(mixed + " of 4 units have chains that mixed.")
        .save(folder.resolve("samples.png"));
  }
}
