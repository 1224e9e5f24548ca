package io.github.unitscope.visualize.sample;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Sampling with a unit clamped on from a program:
 *
 * <pre>{@code
 * SamplingResult found = Sampling.of(dbn).layer(2).units(7).seed(1).run();
 * }</pre>
 *
 * <p>The same seed gives the same bits as the command {@code sample}, with any number of threads.
 */
public final class Sampling {
  private final Network network;
  private Optional<Layer> layer = Optional.empty();
  private List<Integer> units = List.of();
  private Seed seed = Seed.root(Seed.DEFAULT_ROOT);
  private int threads = Runtime.getRuntime().availableProcessors();
  private SamplingSettings settings = SamplingSettings.DEFAULTS;
  private MixingCriterion criterion = MixingCriterion.DEFAULTS;

  private Sampling(Network network) {
    this.network = network;
  }

  /** Of a network, with the usual settings unless something else is asked for. */
  public static Sampling of(Network network) {
    return new Sampling(network);
  }

  /** Of a model that {@code Models.read} gave. */
  public static Sampling of(StoredModel model) {
    return of(model.network());
  }

  /**
   * Looks at a layer, all whose units are sampled unless some are chosen.
   *
   * @param number from 1
   * @throws InvalidInputException if there is no such layer
   */
  public Sampling layer(int number) {
    layer = Optional.of(network.layer(number));
    return this;
  }

  /** Chooses units of the layer, from 0. */
  public Sampling units(int... numbers) {
    units = IntStream.of(numbers).boxed().toList();
    return this;
  }

  /** Chooses one unit of the layer, from 0. */
  public Sampling unit(int number) {
    return units(number);
  }

  /** The seed of everything random. */
  public Sampling seed(long number) {
    seed = Seed.root(number);
    return this;
  }

  /** How many threads to use, at least 1; they change no bits. */
  public Sampling threads(int number) {
    threads = number;
    return this;
  }

  /** How the chains are run. */
  public Sampling settings(SamplingSettings other) {
    settings = other;
    return this;
  }

  /** When chains count as mixed. */
  public Sampling criterion(MixingCriterion other) {
    criterion = other;
    return this;
  }

  /**
   * Runs the chains.
   *
   * @throws InvalidInputException if no layer was chosen, a unit does not exist, or the network has
   *     no distribution over images
   */
  public SamplingResult run() {
    Layer chosen =
        layer.orElseThrow(() -> new InvalidInputException("no layer was chosen: call layer"));
    List<Integer> numbers =
        units.isEmpty() ? IntStream.range(0, chosen.units()).boxed().toList() : units;
    try (Workers workers = new Workers(threads)) {
      List<UnitSamples> samples =
          new ClampedSampler(network, settings, criterion, workers)
              .sample(chosen.index(), numbers, seed, done -> {});
      return new SamplingResult(network, chosen.index(), settings, criterion, samples);
    }
  }
}
