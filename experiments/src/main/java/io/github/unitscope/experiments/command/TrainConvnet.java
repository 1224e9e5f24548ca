package io.github.unitscope.experiments.command;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.convnet.training.ConvNetSettings;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.cli.Command;
import io.github.unitscope.experiments.cli.ConvNetOptions;
import io.github.unitscope.experiments.cli.DataOptions;
import io.github.unitscope.experiments.cli.RunOptions;
import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.experiments.model.ConvNetTraining;

/** {@code train convnet}: a convolutional network into a model folder. */
public final class TrainConvnet implements Command {
  @ParametersDelegate private final ConvNetOptions options = new ConvNetOptions();
  @ParametersDelegate private final DataOptions data = new DataOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  @Override
  public String name() {
    return "train convnet";
  }

  @Override
  public String summary() {
    return "train a convolutional network on labelled images";
  }

  @Override
  public void run(Terminal terminal) {
    ConvNetSettings settings = options.settings();
    Dataset dataset = data.load(terminal);
    ConvNetTraining training = new ConvNetTraining(settings, dataset, run.seedValue());
    ModelTraining.run(name(), training, dataset, run, terminal);
  }
}
