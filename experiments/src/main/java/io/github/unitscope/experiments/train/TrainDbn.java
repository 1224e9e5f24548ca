package io.github.unitscope.experiments.train;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.options.DataOptions;
import io.github.unitscope.experiments.options.ResumeOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.RunPlace;
import io.github.unitscope.experiments.terminal.Terminal;
import java.util.List;
import java.util.function.Consumer;

/** {@code train dbn}: a deep belief network into a model folder. */
public final class TrainDbn implements Command {
  @ParametersDelegate private final RbmOptions rbm = new RbmOptions();
  @ParametersDelegate private final DataOptions data = new DataOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();
  @ParametersDelegate private final ResumeOptions resume = new ResumeOptions();

  /**
   * The command as a step of another.
   *
   * @param images chooses the data
   * @param layers chooses the layers and their training
   */
  public static TrainDbn step(
      Consumer<DataOptions> images, Consumer<StackOptions> layers, RunPlace place) {
    TrainDbn command = new TrainDbn();
    images.accept(command.data);
    layers.accept(command.rbm.stack());
    command.run.set(place);
    command.resume.set(place);
    return command;
  }

  @Override
  public String name() {
    return "train dbn";
  }

  @Override
  public String summary() {
    return "train a deep belief network: stacked restricted Boltzmann machines";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "train dbn --data mnist --layers 500,500,500 --epochs 10 --out runs/dbn",
        "train dbn --data kodak --layers 300,300 --out runs/patches",
        "train dbn --data mnist --layers 500 --persistent --cd 15 --batch 20 --out runs/pcd15");
  }

  @Override
  public void run(Terminal terminal) {
    Dataset dataset = data.load(terminal);
    DbnTraining training = new DbnTraining(rbm.settings(dataset.range()), dataset, run.seedValue());
    ModelTraining.run(name(), training, dataset, run, resume, terminal);
  }
}
