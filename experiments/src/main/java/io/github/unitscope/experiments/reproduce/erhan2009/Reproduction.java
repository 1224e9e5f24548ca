package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.datasets.photographs.PatchSettings;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.Invocation;
import io.github.unitscope.provenance.ResumableRun;
import io.github.unitscope.provenance.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes what some parts need, then the parts.
 *
 * @param recipe which steps there are
 * @param workshop that does them
 * @param catalog of the datasets
 * @param seed the root seed
 * @param invocation how it was called
 */
public record Reproduction(
    Recipe recipe, Workshop workshop, DatasetCatalog catalog, long seed, Invocation invocation) {

  /** What determines a part: the recipe, and the runs that it was made from. */
  private record Composition(Extent extent, Map<String, String> runs) {}

  /**
   * Makes a part.
   *
   * @throws IOException if a file cannot be read or written
   */
  public void make(Part part, Terminal terminal) throws IOException {
    workshop.run(recipe.steps(part.parts()), terminal);
    for (Part one : part.parts()) {
      compose(one, terminal);
    }
  }

  private void compose(Part part, Terminal terminal) {
    Map<String, String> runs = new LinkedHashMap<>();
    for (Step step : recipe.steps(List.of(part))) {
      runs.put(step.folder(), workshop.identity(step.folder()));
    }
    Inputs inputs =
        Inputs.of("reproduce " + part.word(), new Composition(recipe.extent(), runs), seed);
    Path out = workshop.path(part.word());
    boolean replaces = workshop.mayReplace() || ResumableRun.isComplete(out, inputs);
    try (RunFolder folder = RunFolder.create(out, replaces, inputs, invocation)) {
      if (part == Part.CLAIMS) {
        writeClaims(folder, runs, terminal);
      } else {
        String file = part.word() + ".png";
        Output.figure(folder, file, figures().figure(part, caption(folder)));
        terminal.say("%s: %s", part.word(), folder.target().resolve(file));
      }
      folder.commit();
    }
  }

  private PaperFigures figures() {
    return new PaperFigures(recipe, workshop);
  }

  private List<String> caption(RunFolder folder) {
    return List.of(
        "After Erhan, Bengio, Courville, Vincent (2009). Models before fine-tuning; each tile is a unit.",
        Output.caption(seed, folder));
  }

  private void writeClaims(RunFolder folder, Map<String, String> runs, Terminal terminal) {
    List<Measurement> all = new ArrayList<>();
    try (Workers workers = new Workers(invocation.threads());
        Terminal.Progress progress = terminal.progress("measuring", Recipe.MODELS.size())) {
      for (String model : Recipe.MODELS) {
        all.addAll(measure(model, workers));
        progress.at(1 + Recipe.MODELS.indexOf(model));
        progress.note(model + " done");
      }
    }
    ClaimReport report = new ClaimReport(all);
    List<String> lines = new ArrayList<>();
    runs.forEach(
        (name, identity) -> lines.add(String.format(Locale.ROOT, "`%s`: %s", name, identity)));
    folder.writeText("claims.md", report.markdown(lines));
    folder.writeText("claims.csv", report.csv());
    folder.writeArrays("results.npz", report.arrays());
    terminal.say("claims: %s", folder.target().resolve("claims.md"));
  }

  private List<Measurement> measure(String model, Workers workers) {
    StoredModel loaded = Models.read(workshop.path(model));
    List<Path> compared =
        recipe.layers(model).stream()
            .map(layer -> workshop.path(Recipe.comparison(model, layer)))
            .toList();
    PatchSettings patches = PatchSettings.DEFAULTS.withTrain(recipe.extent().patches());
    return new ModelClaims(
            model,
            loaded.fullyConnected("reproduce"),
            catalog.load(
                recipe.dataset(model),
                new DatasetCatalog.PatchRequest(patches, null, warning -> {})),
            Seed.root(seed),
            workers)
        .measure(compared, workshop.path(Recipe.unimodality(model)));
  }
}
