package io.github.unitscope.experiments.maximize;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.DataOptions;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.provenance.Inputs;
import java.util.Locale;

/** The dataset that ascents start from, where they do. */
public final class StartImages {
  private StartImages() {}

  /**
   * Loads the dataset that was asked for, or else the one that the model was trained on.
   *
   * @return null if no images are needed
   * @throws UsageException if none are needed but some were asked for
   * @throws InvalidInputException if its images are not what the model looks at
   */
  public static Dataset load(
      MaximizationOptions options, DataOptions data, StoredModel model, Terminal terminal) {
    if (!options.startsFromData()) {
      if (data.areChosen()) {
        throw new UsageException(
            "--data, --photographs and options of patches go with --start data when there is a"
                + " model: leave them out, or add --start data");
      }
      return null;
    }
    Dataset dataset = data.load(model.data(), terminal);
    if (!dataset.shape().equals(model.network().inputShape())) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the images of %s are %s, but %s takes %s: give other --data",
              dataset.name(),
              dataset.shape(),
              model.path(),
              model.network().inputShape()));
    }
    return dataset;
  }

  /** The inputs of a run with the dataset that it started from, if any. */
  public static Inputs recorded(Inputs inputs, Dataset dataset) {
    return dataset == null ? inputs : inputs.withData(dataset);
  }
}
