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

/** {@code train sdae}: a stacked denoising autoencoder into a model folder. */
public final class TrainSdae implements Command {
  @ParametersDelegate private final AutoencoderOptions autoencoder = new AutoencoderOptions();
  @ParametersDelegate private final DataOptions data = new DataOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();
  @ParametersDelegate private final ResumeOptions resume = new ResumeOptions();

  /**
   * The command as a step of another.
   *
   * @param images chooses the data
   * @param layers chooses the layers and their training
   */
  public static TrainSdae step(
      Consumer<DataOptions> images, Consumer<StackOptions> layers, RunPlace place) {
    TrainSdae command = new TrainSdae();
    images.accept(command.data);
    layers.accept(command.autoencoder.stack());
    command.run.set(place);
    command.resume.set(place);
    return command;
  }

  @Override
  public String name() {
    return "train sdae";
  }

  @Override
  public String summary() {
    return "train a stack of denoising autoencoders";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "train sdae --data mnist --layers 500,500,500 --out runs/sdae",
        "train sdae --data mnist --noise masking --level 0.1,0.2,0.3",
        "train sdae --data leaves --layers 300,300 --first-noise masking --first-level 0.25");
  }

  @Override
  public void run(Terminal terminal) {
    Dataset dataset = data.load(terminal);
    SdaeTraining training =
        new SdaeTraining(autoencoder.settings(dataset.range()), dataset, run.seedValue());
    ModelTraining.run(name(), training, dataset, run, resume, terminal);
  }
}
