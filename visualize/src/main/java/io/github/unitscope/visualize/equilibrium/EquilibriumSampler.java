package io.github.unitscope.visualize.equilibrium;

import io.github.unitscope.network.Tempered;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Makes banks of layers, and certificates of units.
 *
 * <pre>{@code
 * EquilibriumSampler sampler = new EquilibriumSampler(dbn, EquilibriumSettings.DEFAULTS, workers);
 * LayerBank bank = sampler.bank(2, new float[0][], Seed.root(1), done -> {});
 * List<UnitCertificate> units = sampler.certify(bank, List.of(7, 8), Seed.root(1), done -> {});
 * }</pre>
 */
public final class EquilibriumSampler {
  private final Tempered network;
  private final EquilibriumSettings settings;
  private final Workers workers;

  /**
   * @param network whose layers have ladders, as {@code train dbn --algorithm ptt} makes them
   * @param workers the threads to use; they change no bits
   */
  public EquilibriumSampler(Tempered network, EquilibriumSettings settings, Workers workers) {
    this.network = network;
    this.settings = settings;
    this.workers = workers;
  }

  /**
   * Makes the bank of a layer.
   *
   * @param layer from 1
   * @param starts states of the layer below, [any][units below], with which every other block of
   *     chains begins, best of a single kind; empty to begin as noise everywhere
   * @param seed of the chains
   * @param finished is told how many chains more are done, from several threads
   * @throws InvalidInputException if the layer has no ladder
   */
  public LayerBank bank(int layer, float[][] starts, Seed seed, IntConsumer finished) {
    if (network.rungs(network.layer(layer).index()) == 0) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "layer %d has no ladder: train the model with --algorithm ptt", layer));
    }
    return new BankRun(network, layer, settings, starts, seed).run(workers, finished);
  }

  /**
   * Certificates of some units of a bank's layer, in their order.
   *
   * @param units from 0
   * @param seed of the chains; every unit derives its own
   * @param finished is told of every unit, from several threads
   */
  public List<UnitCertificate> certify(
      LayerBank bank, List<Integer> units, Seed seed, IntConsumer finished) {
    units.forEach(unit -> network.layer(bank.layer()).requireUnit(unit));
    Directions directions = new Directions(bank.images());
    UnitRun run = new UnitRun(network, settings, bank, directions, directions.of(bank.images()));
    UnitCertificate[] certificates = new UnitCertificate[units.size()];
    workers.forEachShard(
        certificates.length,
        i -> {
          certificates[i] = run.certify(units.get(i), seed);
          finished.accept(1);
        });
    return List.of(certificates);
  }
}
