package io.github.unitscope.experiments.train;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.stacks.training.LayerSettings;
import io.github.unitscope.stacks.training.StackSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The options that the training of every kind of stack has. */
public final class StackOptions implements Explained {
  /** Pixels in [0, 1] are much like hidden units; real-valued ones are not. */
  static final String OTHERWISE =
      ". Default: the same for pixels in [0, 1], otherwise a value that suits real numbers";

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--layers",
      description = "Hidden units of each layer, the lowest first; each at least 1")
  private List<Integer> layers = StackSettings.DEFAULT_LAYERS;

  @Parameter(
      names = "--epochs",
      description = "Passes over the images for each layer, at least 1. {epochs}")
  private Integer epochs;

  @Parameter(names = "--batch", description = "Images per step, at least 1. {batch}")
  private Integer batch;

  @Parameter(names = "--rate", description = "Learning rate of the first epoch, above 0. {rate}")
  private Double rate;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--final-rate",
      description =
          "Learning rate of the last epoch, above 0; linear in between. Default: a fifth of"
              + " --rate")
  private Double finalRate;

  @Parameter(
      names = "--weight-decay",
      description = "L2 penalty on the weights, in [0, 1). {weight-decay}")
  private Double weightDecay;

  @Parameter(
      names = "--sparsity",
      description = "Target mean activation of a hidden unit, in (0, 1). {sparsity}")
  private Double sparsity;

  @Parameter(
      names = "--sparsity-cost",
      description = "Weight of the sparsity penalty, at least 0. 0 turns it off. {sparsity-cost}")
  private Double sparsityCost;

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

  private final LayerSettings defaults;

  /** Other settings to begin with, by the options that choose them. */
  private final Map<String, LayerSettings> others;

  /**
   * @param defaults of the kind of layer
   * @param others those that other options choose, by these options
   */
  StackOptions(LayerSettings defaults, Map<String, ? extends LayerSettings> others) {
    this.defaults = defaults;
    this.others = Map.copyOf(others);
  }

  @Override
  public Map<String, String> words() {
    return Map.of(
        "epochs", otherwise(LayerSettings::epochs),
        "batch", otherwise(LayerSettings::batchSize),
        "rate", otherwise(LayerSettings::learningRate),
        "weight-decay", otherwise(LayerSettings::weightDecay),
        "sparsity", otherwise(LayerSettings::sparsityTarget),
        "sparsity-cost", otherwise(LayerSettings::sparsityCost));
  }

  private String otherwise(Function<LayerSettings, Number> value) {
    StringBuilder text = new StringBuilder("Default: ").append(word(value.apply(defaults)));
    others.forEach(
        (option, settings) -> {
          if (!value.apply(settings).equals(value.apply(defaults))) {
            text.append("; ").append(word(value.apply(settings))).append(" with ").append(option);
          }
        });
    return text.toString();
  }

  private static String word(Number number) {
    return number instanceof Double value
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : number.toString();
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

  /** Whether a sparsity was asked for, of any layer. */
  boolean hasSparsity() {
    return sparsity != null
        || sparsityCost != null
        || firstSparsity != null
        || firstSparsityCost != null;
  }

  /**
   * Sets what the options say of all layers.
   *
   * @param settings to be changed
   * @param begun what they begin with
   */
  <B extends LayerSettings.Builder<B>> B all(B settings, LayerSettings begun) {
    double first = rate == null ? begun.learningRate() : rate;
    return settings
        .epochs(epochs == null ? begun.epochs() : epochs)
        .batchSize(batch == null ? begun.batchSize() : batch)
        .learningRate(first)
        .finalLearningRate(finalRate == null ? ratio(begun) * first : finalRate)
        .weightDecay(weightDecay == null ? begun.weightDecay() : weightDecay)
        .sparsityTarget(sparsity == null ? begun.sparsityTarget() : sparsity)
        .sparsityCost(sparsityCost == null ? begun.sparsityCost() : sparsityCost);
  }

  /** Of the last to the first learning rate, where only the first is given. */
  private static double ratio(LayerSettings settings) {
    return settings.finalLearningRate() / settings.learningRate();
  }

  /**
   * Sets what the options say of the first layer; what they do not say stays.
   *
   * @param settings that it has otherwise
   * @param begun what all layers begin with
   */
  <B extends LayerSettings.Builder<B>> B first(B settings, LayerSettings begun) {
    settings.batchSize(batch == null ? begun.batchSize() : batch);
    if (firstEpochs != null) {
      settings.epochs(firstEpochs);
    }
    if (firstRate != null) {
      settings.learningRate(firstRate).finalLearningRate(ratio(begun) * firstRate);
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
