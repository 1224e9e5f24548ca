package io.github.unitscope.experiments.train;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.convnet.training.ConvNetSettings;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.options.LabelledDataOptions;
import io.github.unitscope.experiments.options.NumberList;
import io.github.unitscope.experiments.options.ResumeOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code train convnet}: a convolutional network into a model folder. */
public final class TrainConvnet implements Command {
  @ParametersDelegate private final ConvNetOptions options = new ConvNetOptions();

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--checkpoints",
      description =
          "Steps after which the network is also written to a model folder of its own:"
              + " 0,10,50-60; 0 is before the first. Default: none")
  private String checkpoints;

  @ParametersDelegate private final LabelledDataOptions data = new LabelledDataOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();
  @ParametersDelegate private final ResumeOptions resume = new ResumeOptions();

  @Override
  public String name() {
    return "train convnet";
  }

  @Override
  public String summary() {
    return "train a convolutional network on labelled images";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "train convnet --data mnist --architecture lenet --out runs/lenet",
        "train convnet --data mnist --steps 580 --checkpoints 0,58,290",
        "train convnet --data synthetic --architecture l20 --nonlinearity relu");
  }

  @Override
  public void run(Terminal terminal) {
    ConvNetSettings settings = options.settings();
    Dataset dataset = data.load();
    ConvNetTraining training = new ConvNetTraining(settings, dataset, run.seedValue());
    if (checkpoints != null) {
      training.keepCheckpoints(
          Set.copyOf(
              NumberList.parse(
                  "--checkpoints",
                  checkpoints,
                  settings.steps() + 1,
                  step -> requireStep(step, settings.steps()))));
    }
    ModelTraining.run(name(), training, dataset, run, resume, terminal);
  }

  private static void requireStep(int step, int steps) {
    if (step > steps) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "--checkpoints: unknown step %d; expected 0 to %d", step, steps));
    }
  }
}
