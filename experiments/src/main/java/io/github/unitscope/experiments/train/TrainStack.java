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

/** {@code train dbn} and {@code train sdae}: a stack into a model folder. */
public final class TrainStack implements Command {
  private final StackKind kind;
  @ParametersDelegate private final StackKindOptions options;
  @ParametersDelegate private final DataOptions data = new DataOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();
  @ParametersDelegate private final ResumeOptions resume = new ResumeOptions();

  /**
   * @param kind of the stack
   */
  public TrainStack(StackKind kind) {
    this.kind = kind;
    this.options = kind.options();
  }

  /**
   * The command as a step of another.
   *
   * @param images chooses the data
   * @param layers chooses the layers and their training
   */
  public static TrainStack step(
      StackKind kind, Consumer<DataOptions> images, Consumer<StackOptions> layers, RunPlace place) {
    TrainStack command = new TrainStack(kind);
    images.accept(command.data);
    layers.accept(command.options.stack());
    command.run.set(place);
    command.resume.set(place);
    return command;
  }

  @Override
  public String name() {
    return kind.trainCommand();
  }

  @Override
  public String summary() {
    return kind.summary();
  }

  @Override
  public List<String> examples() {
    return kind.examples();
  }

  @Override
  public void run(Terminal terminal) {
    Dataset dataset = data.load(terminal);
    Training<?> training = options.training(dataset, run.seedValue());
    ModelTraining.run(name(), training, dataset, run, resume, terminal);
  }
}
