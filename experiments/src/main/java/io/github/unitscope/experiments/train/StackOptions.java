package io.github.unitscope.experiments.train;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.stacks.training.LayerSettings;
import io.github.unitscope.stacks.training.StackSettings;
import java.util.List;

/** The options that the training of every kind of stack has. */
public final class StackOptions {
  /** Pixels in [0, 1] are much like hidden units; real-valued ones are not. */
  static final String OTHERWISE =
      ". Default: the same for pixels in [0, 1], otherwise a value that suits real numbers";

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--layers",
      description = "Hidden units of each layer, the lowest first; each at least 1")
  private List<Integer> layers = StackSettings.DEFAULT_LAYERS;

  @Parameter(names = "--epochs", description = "Passes over the images for each layer, at least 1")
  private int epochs;

  @Parameter(names = "--batch", description = "Images per step, at least 1")
  private int batch;

  @Parameter(names = "--rate", description = "Learning rate of the first epoch, above 0")
  private double rate;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--final-rate",
      description =
          "Learning rate of the last epoch, above 0; linear in between. Default: a fifth of"
              + " --rate")
  private Double finalRate;

  @Parameter(names = "--weight-decay", description = "L2 penalty on the weights, in [0, 1)")
  private double weightDecay;

  @Parameter(
      names = "--sparsity",
      description = "Target mean activation of a hidden unit, in (0, 1)")
  private double sparsity;

  @Parameter(
      names = "--sparsity-cost",
      description = "Weight of the sparsity penalty, at least 0. 0 turns it off")
  private double sparsityCost;

  @OptionGroup(Group.ADVANCED)
  @Parameter(names = "--first-epochs", description = "--epochs of the first layer" + OTHERWISE)
  private Integer firstEpochs;

  @OptionGroup(Group.ADVANCED)
  @Parameter(names = "--first-rate", description = "--rate of the first layer" + OTHERWISE)
  private Double firstRate;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--first-weight-decay",
      description = "--weight-decay of the first layer" + OTHERWISE)
  private Double firstWeightDecay;

  @OptionGroup(Group.ADVANCED)
  @Parameter(names = "--first-sparsity", description = "--sparsity of the first layer" + OTHERWISE)
  private Double firstSparsity;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--first-sparsity-cost",
      description = "--sparsity-cost of the first layer" + OTHERWISE)
  private Double firstSparsityCost;

  /** Of the last to the first learning rate, where only the first is given. */
  private final double rateRatio;

  /**
   * @param defaults of the kind of layer
   */
  StackOptions(LayerSettings defaults) {
    epochs = defaults.epochs();
    batch = defaults.batchSize();
    rate = defaults.learningRate();
    weightDecay = defaults.weightDecay();
    sparsity = defaults.sparsityTarget();
    sparsityCost = defaults.sparsityCost();
    rateRatio = defaults.finalLearningRate() / defaults.learningRate();
  }

  /** As if these layers had been asked for. */
  public StackOptions setLayers(List<Integer> units) {
    layers = List.copyOf(units);
    return this;
  }

  /** As if so many epochs for each layer had been asked for. */
  public StackOptions setEpochs(int count) {
    epochs = count;
    return this;
  }

  /** As if a learning rate had been asked for. */
  public StackOptions setRate(double first) {
    rate = first;
    return this;
  }

  /** As if a weight decay had been asked for. */
  public StackOptions setWeightDecay(double decay) {
    weightDecay = decay;
    return this;
  }

  /** Hidden units of each layer, the lowest first. */
  List<Integer> layers() {
    return layers;
  }

  /** Sets what the options say of all layers. */
  <B extends LayerSettings.Builder<B>> B all(B settings) {
    return settings
        .epochs(epochs)
        .batchSize(batch)
        .learningRate(rate)
        .finalLearningRate(finalRate == null ? rateRatio * rate : finalRate)
        .weightDecay(weightDecay)
        .sparsityTarget(sparsity)
        .sparsityCost(sparsityCost);
  }

  /**
   * Sets what the options say of the first layer; what they do not say stays.
   *
   * @param settings that it has otherwise
   */
  <B extends LayerSettings.Builder<B>> B first(B settings) {
    settings.batchSize(batch);
    if (firstEpochs != null) {
      settings.epochs(firstEpochs);
    }
    if (firstRate != null) {
      settings.learningRate(firstRate).finalLearningRate(rateRatio * firstRate);
    }
    if (firstWeightDecay != null) {
      settings.weightDecay(firstWeightDecay);
    }
    if (firstSparsity != null) {
      settings.sparsityTarget(firstSparsity);
    }
    if (firstSparsityCost != null) {
      settings.sparsityCost(firstSparsityCost);
    }
    return settings;
  }
}
