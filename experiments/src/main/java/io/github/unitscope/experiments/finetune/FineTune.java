package io.github.unitscope.experiments.finetune;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.options.LabelledDataOptions;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.stacks.classifier.FineTuneSettings;
import io.github.unitscope.stacks.classifier.FineTuned;
import io.github.unitscope.stacks.classifier.Predictions;
import io.github.unitscope.stacks.training.TrainingDivergedException;
import java.util.List;

/** {@code finetune}: a trained stack becomes a classifier. */
public final class FineTune implements Command {
  @ParametersDelegate private final ModelOptions model = new ModelOptions();

  @ParametersDelegate private final FineTuneOptions options = new FineTuneOptions();
  @ParametersDelegate private final LabelledDataOptions data = LabelledDataOptions.ofModel();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  @Override
  public String name() {
    return "finetune";
  }

  @Override
  public String summary() {
    return "train a stack further with labels and a softmax on top; report the test error";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "finetune --model runs/dbn --out runs/fine",
        "finetune --model runs/dbn --epochs 120 --patience 60 --seed 1",
        "finetune --model runs/sdae --optimizer adam --rate 0.001");
  }

  @Override
  public void run(Terminal terminal) {
    FineTuneSettings settings = options.settings();
    int threads = run.threads();
    StoredModel before = model.read();
    Dataset dataset = data.load(before.data());
    Inputs inputs =
        Inputs.of(name(), settings, run.seedValue()).withData(dataset).withModel(before.source());
    FineTuning tuning = new FineTuning(settings, dataset, run.seedValue());
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(threads)) {
      FineTuned tuned;
      try {
        tuned = tuning.run(before.fullyConnected(name()), workers, terminal);
      } catch (TrainingDivergedException e) {
        keepLastGood(tuning, e, folder, before.source().sha256(), terminal);
        throw e;
      }
      tuning.write(folder, tuned, before.source().sha256(), false);
      // Once, for the chosen epoch: nothing was chosen by the test images.
      Predictions test = tuned.classifier().predict(dataset.test(), workers);
      folder.writeArrays("results.npz", FineTuneReport.arrays(test));
      folder.writeText("confusion.csv", FineTuneReport.confusionTable(test));
      folder.commit();
      terminal.say("%s", tuning.summary(tuned));
      terminal.say("test error %s", FineTuneReport.describe(test));
      terminal.say("model: %s", folder.target());
    }
  }

  private static void keepLastGood(
      FineTuning tuning,
      TrainingDivergedException e,
      RunFolder folder,
      String before,
      Terminal terminal) {
    e.lastGood(FineTuned.class)
        .ifPresent(
            tuned -> {
              tuning.write(folder, tuned, before, true);
              folder.commit();
              terminal.say("the best epoch so far is in %s", folder.target());
            });
  }
}
