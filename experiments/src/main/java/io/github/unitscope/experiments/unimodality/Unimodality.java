package io.github.unitscope.experiments.unimodality;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.EnumWord;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.maximize.MaximizationOptions;
import io.github.unitscope.experiments.maximize.StartImages;
import io.github.unitscope.experiments.options.DataOptions;
import io.github.unitscope.experiments.options.LayerUnits;
import io.github.unitscope.experiments.options.LayersOption;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.NeuronOption;
import io.github.unitscope.experiments.options.ResumeOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.RunPlace;
import io.github.unitscope.experiments.options.UnitsOption;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.ResumableRun;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.stacks.NullModel;
import io.github.unitscope.visualize.figures.MaximizationFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** {@code unimodality}: whether different starts lead to the same picture, for every unit. */
public final class Unimodality implements Command {
  private static final String ALL = "all";

  @ParametersDelegate private final ModelOptions model = new ModelOptions();
  @ParametersDelegate private final LayersOption layers = new LayersOption("all");
  @ParametersDelegate private final UnitsOption units = new UnitsOption(Integer.MAX_VALUE);
  @ParametersDelegate private final NeuronOption at = new NeuronOption();
  @ParametersDelegate private final DataOptions data = new DataOptions(DataOptions.Use.STARTING);
  @ParametersDelegate private final RunOptions run = new RunOptions();
  @ParametersDelegate private final ResumeOptions resume = new ResumeOptions();

  @ParametersDelegate
  private final MaximizationOptions options =
      new MaximizationOptions(StudySettings.DEFAULT_RESTARTS, StudySettings.LEAST_RESTARTS);

  @Parameter(
      names = "--null",
      description =
          "Null models beside the trained one: all, none, or some of untrained (weights as"
              + " before training), rescaled (normal weights of the trained deviation) and"
              + " shuffled (trained weights in random order), separated by commas")
  private List<String> nulls = List.of(ALL);

  @Parameter(
      names = "--least-cosine",
      description = "Images with at least this cosine count as the same optimum, in (0, 1)")
  private double threshold = StudySettings.DEFAULT_THRESHOLD;

  /**
   * The command as a step of another.
   *
   * @param folder of the model
   * @param numbers of the layers, from 1
   * @param first how many units of each, the first ones
   * @param restarts for each unit
   */
  public static Unimodality step(
      Path folder, List<Integer> numbers, int first, int restarts, RunPlace place) {
    Unimodality command = new Unimodality();
    command.model.set(folder);
    command.layers.set(numbers);
    command.units.setFirst(first);
    command.options.setRestarts(restarts);
    command.run.set(place);
    command.resume.set(place);
    return command;
  }

  @Override
  public String name() {
    return "unimodality";
  }

  @Override
  public String summary() {
    return "test whether different starts find the same image, for every unit";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "unimodality --model runs/dbn --layers 1,2,3 --units all",
        "unimodality --model runs/dbn --units 0-9 --restarts 20 --null none",
        "unimodality --model runs/lenet --layers pool1,pool2 --units 0-9 --least-cosine 0.95");
  }

  @Override
  public void run(Terminal terminal) {
    StoredModel loaded = model.read();
    Dataset startImages = StartImages.load(options, data, loaded, terminal);
    StudySettings settings = settings(loaded, startImages);
    Inputs inputs =
        StartImages.recorded(Inputs.of(name(), settings, run.seedValue()), startImages)
            .withModel(loaded.source());
    try (ResumableRun study = run.begin(name(), inputs, resume);
        Workers workers = new Workers(run.threads())) {
      if (!study.isComplete()) {
        run(study, loaded, settings, workers, terminal);
      }
      terminal.say("tables and figures: %s", study.target());
    }
  }

  private void run(
      ResumableRun study,
      StoredModel loaded,
      StudySettings settings,
      Workers workers,
      Terminal terminal) {
    List<StudiedModel> models =
        StudiedModel.of(loaded.network(), settings.nullModels(), run.seed());
    StudyResults results =
        new Study(models, settings, run.seed(), study.state(), workers).run(terminal);
    results.write(study.folder());
    draw(study.folder(), loaded, settings, results);
    study.commit();
    results.describe().forEach(line -> terminal.say("%s", line));
  }

  private StudySettings settings(StoredModel loaded, Dataset startImages) {
    List<LayerUnits> chosen =
        layers.on(loaded.network(), loaded.network().layers()).stream()
            .map(layer -> LayerUnits.of(layer, at, units, Integer.MAX_VALUE))
            .toList();
    return UsageException.check(
        () ->
            new StudySettings(
                chosen,
                options.restarts(),
                options.quantity(loaded.network()),
                options.specification(loaded.network(), null, loaded.meanInputNorm(), startImages),
                nullModels(),
                threshold));
  }

  private List<NullModel> nullModels() {
    if (nulls.equals(List.of("none"))) {
      return List.of();
    }
    if (nulls.equals(List.of(ALL))) {
      return List.of(NullModel.values());
    }
    TreeSet<NullModel> chosen = new TreeSet<>();
    for (String word : nulls) {
      chosen.add(
          Arrays.stream(NullModel.values())
              .filter(known -> EnumWord.of(known).equals(word))
              .findFirst()
              .orElseThrow(() -> unknown(word)));
    }
    return new ArrayList<>(chosen);
  }

  private static UsageException unknown(String word) {
    return new UsageException(
        String.format(
            Locale.ROOT,
            "--null: unknown value '%s'; expected all, none, or some of untrained,rescaled,shuffled",
            word));
  }

  private void draw(
      RunFolder folder, StoredModel loaded, StudySettings settings, StudyResults results) {
    StudyPictures pictures = new StudyPictures(results);
    pictures.histograms().forEach((name, image) -> Output.charts(folder, name, image));
    String objective = MaximizationFigures.describe(settings.quantity(), settings.specification());
    pictures
        .optima(
            loaded.network().inputShape(),
            MaximizationFigures.scale(settings.specification(), loaded.network()),
            objective,
            Output.caption(loaded.name(), run.seedValue(), folder))
        .forEach((name, figure) -> Output.figure(folder, name, figure));
  }
}
