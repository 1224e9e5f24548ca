package io.github.unitscope.experiments.tune;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterException;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.finetune.FineTuneOptions;
import io.github.unitscope.experiments.train.AutoencoderOptions;
import io.github.unitscope.experiments.train.DbnTraining;
import io.github.unitscope.experiments.train.RbmOptions;
import io.github.unitscope.experiments.train.SdaeTraining;
import io.github.unitscope.experiments.train.Training;
import io.github.unitscope.stacks.TiedStack;
import io.github.unitscope.stacks.classifier.FineTuneSettings;
import java.util.List;
import java.util.Locale;

/** The kinds of stack that can be searched for; a trial's choices are options of their commands. */
public enum StackKind {
  /** Deep belief networks: options of {@code train dbn}. */
  DBN("dbn") {
    @Override
    public Training<? extends TiedStack<?>> training(
        List<String> options, Dataset data, long seed) {
      RbmOptions parsed = parse(new RbmOptions(), options, trainCommand());
      return new DbnTraining(parsed.settings(data.range()), data, seed);
    }
  },
  /** Stacked denoising autoencoders: options of {@code train sdae}. */
  SDAE("sdae") {
    @Override
    public Training<? extends TiedStack<?>> training(
        List<String> options, Dataset data, long seed) {
      AutoencoderOptions parsed = parse(new AutoencoderOptions(), options, trainCommand());
      return new SdaeTraining(parsed.settings(data.range()), data, seed);
    }
  };

  private final String word;

  StackKind(String word) {
    this.word = word;
  }

  /** As it is called on the command line. */
  public String word() {
    return word;
  }

  /** The command that trains it. */
  public String trainCommand() {
    return "train " + word;
  }

  /**
   * The training with these options, those of its command.
   *
   * @throws UsageException if an option does not exist or is out of its range
   */
  public abstract Training<? extends TiedStack<?>> training(
      List<String> options, Dataset data, long seed);

  /**
   * The settings of a fine-tuning with these options, those of its command.
   *
   * @throws UsageException if an option does not exist or is out of its range
   */
  public static FineTuneSettings fineTuning(List<String> options) {
    return parse(new FineTuneOptions(), options, "finetune").settings();
  }

  private static <T> T parse(T target, List<String> options, String command) {
    try {
      JCommander.newBuilder().addObject(target).build().parse(options.toArray(String[]::new));
      return target;
    } catch (ParameterException e) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "--over %s: not an option of %s, or not a value that it takes; see ./unitscope %s --help",
              String.join(" ", options),
              command,
              command));
    }
  }
}
