package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.regularize.Regularization;
import io.github.unitscope.visualize.regularize.Regularizers;
import io.github.unitscope.visualize.select.ObjectiveParser;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Activation maximization from a program:
 *
 * <pre>{@code
 * MaximizationResult found = Maximization.of(model).objective("3:7").restarts(9).seed(1).run();
 * }</pre>
 *
 * <p>The same seed gives the same bits as the command {@code maximize}, with any number of threads.
 */
public final class Maximization {
  private final Network network;
  private final List<String> objectives = new ArrayList<>();
  private Optional<Layer> layer = Optional.empty();
  private Optional<UnitSelector> choice = Optional.empty();
  private List<Integer> units = List.of();
  private int restarts = MaximizationPlan.DEFAULT_RESTARTS;
  private Seed seed = Seed.root(Seed.DEFAULT_ROOT);
  private int threads = Runtime.getRuntime().availableProcessors();
  private Optional<Preset> preset = Optional.empty();
  private Optional<MaximizationSettings> settings = Optional.empty();
  private Optional<List<Regularization>> regularizers = Optional.empty();
  private Optional<Quantity> quantity = Optional.empty();
  private OptionalDouble norm = OptionalDouble.empty();

  private Maximization(Network network) {
    this.network = network;
  }

  /**
   * Of a network, with the preset that suits it, {@link MaximizationPlan#DEFAULT_RESTARTS}
   * restarts, the seed {@link Seed#DEFAULT_ROOT} and all processors unless something else is asked
   * for.
   */
  public static Maximization of(Network network) {
    return new Maximization(network);
  }

  /** Of a model that {@code Models.read} gave, at the norm of the images it was trained on. */
  public static Maximization of(StoredModel model) {
    return of(model.network()).norm(model.trainedOn().meanInputNorm());
  }

  /**
   * Adds what is maximized in words, as {@link ObjectiveParser} reads them: {@code 3:7}, {@code
   * conv2:4@centre}, {@code logit:cat - logit:dog}.
   */
  public Maximization objective(String words) {
    objectives.add(words);
    return this;
  }

  /**
   * Looks at a layer, all whose units are maximized unless some are chosen.
   *
   * @param nameOrNumber its name, or its number from 1
   * @throws InvalidInputException if there is no such layer
   */
  public Maximization layer(String nameOrNumber) {
    layer = Optional.of(network.layer(nameOrNumber));
    choice = Optional.empty();
    return this;
  }

  /**
   * Looks at a layer, all whose units are maximized unless some are chosen.
   *
   * @param number from 1
   * @throws InvalidInputException if there is no such layer
   */
  public Maximization layer(int number) {
    return layer(String.valueOf(number));
  }

  /** Chooses units of the layer, from 0; channels where units have places. */
  public Maximization units(int... numbers) {
    units = IntStream.of(numbers).boxed().toList();
    return this;
  }

  /**
   * Looks at the neuron of each channel at a place instead of the channel as a whole.
   *
   * @throws InvalidInputException if no layer was chosen, or it has no such place
   */
  public Maximization at(int row, int column) {
    choice = Optional.of(UnitSelector.at(chosenLayer(), row, column));
    return this;
  }

  /** How many random starts every unit or objective gets, at least 1. */
  public Maximization restarts(int number) {
    if (number < 1) {
      throw new InvalidInputException("the number of restarts must be at least 1, not " + number);
    }
    restarts = number;
    return this;
  }

  /** The seed of everything random. */
  public Maximization seed(long number) {
    seed = Seed.root(number);
    return this;
  }

  /** How many threads to use, at least 1; they change no bits. */
  public Maximization threads(int number) {
    threads = number;
    return this;
  }

  /** Goes by a preset. */
  public Maximization preset(Preset other) {
    preset = Optional.of(other);
    return this;
  }

  /**
   * Goes by a preset.
   *
   * @throws InvalidInputException if there is none of this name
   */
  public Maximization preset(String name) {
    return preset(Presets.named(name));
  }

  /**
   * Keeps images plain by other regularizers than the preset's.
   *
   * @param words as {@link Regularizers#parse} reads them: {@code tv=0.01}, {@code blur=0.5/4}
   * @throws InvalidInputException if one cannot be read
   */
  public Maximization regularize(String... words) {
    double neutral = Presets.neutral(network.imageRange());
    regularizers =
        Optional.of(Arrays.stream(words).map(text -> Regularizers.parse(text, neutral)).toList());
    return this;
  }

  /** Goes by settings instead of a preset and {@link #regularize}. */
  public Maximization settings(MaximizationSettings all) {
    settings = Optional.of(all);
    return this;
  }

  /** What is maximized of a unit; by default the preset's. */
  public Maximization quantity(Quantity other) {
    quantity = Optional.of(other);
    return this;
  }

  /**
   * The norm of typical images, such as the mean norm of those that the model was trained on. It is
   * the radius of the sphere that images without a range stay on.
   */
  public Maximization norm(double typical) {
    norm = OptionalDouble.of(typical);
    return this;
  }

  private Layer chosenLayer() {
    return layer.orElseThrow(() -> new InvalidInputException("no layer was chosen: call layer"));
  }

  /**
   * What will be done.
   *
   * @throws InvalidInputException if it is not said what to maximize, or not how
   */
  public MaximizationPlan plan() {
    if (objectives.isEmpty() == layer.isEmpty()) {
      throw new InvalidInputException(
          objectives.isEmpty()
              ? "nothing to maximize: call objective, or layer and units"
              : "objective and layer exclude each other: call one of them");
    }
    Preset by = preset.orElseGet(() -> Presets.usualFor(network));
    MaximizationSettings how = settings.orElseGet(() -> settings(by));
    Quantity what = quantity.orElseGet(by::quantity);
    if (!objectives.isEmpty()) {
      return MaximizationPlan.ofObjectives(network, objectives, restarts, what, how, seed);
    }
    UnitSelector meant = choice.orElseGet(() -> UnitSelector.of(chosenLayer()));
    List<Integer> numbers =
        units.isEmpty() ? IntStream.range(0, meant.count()).boxed().toList() : units;
    return MaximizationPlan.ofUnits(meant, numbers, restarts, what, how, seed);
  }

  private MaximizationSettings settings(Preset by) {
    MaximizationSettings.Builder builder = by.settings(network, norm);
    regularizers.ifPresent(builder::regularizers);
    return builder.build();
  }

  /**
   * Makes the ascents.
   *
   * @throws InvalidInputException as {@link #plan} does
   */
  public MaximizationResult run() {
    MaximizationPlan plan = plan();
    try (Workers workers = new Workers(threads)) {
      return plan.run(network, workers, done -> {});
    }
  }
}
