package io.github.unitscope.visualize.combine;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Linear combination from a program; {@link Combination#of} begins one. */
public final class CombinationRequest {
  private final Network network;
  private Optional<Layer> layer = Optional.empty();
  private List<Integer> units = List.of();
  private Connections connections = Connections.ALL;

  CombinationRequest(Network network) {
    this.network = network;
  }

  /**
   * Looks at a layer, all whose units are combined unless some are chosen.
   *
   * @param number from 1
   * @throws InvalidInputException if there is no such layer
   */
  public CombinationRequest layer(int number) {
    layer = Optional.of(network.layer(number));
    return this;
  }

  /** Chooses units of the layer, from 0. */
  public CombinationRequest units(int... numbers) {
    units = IntStream.of(numbers).boxed().toList();
    return this;
  }

  /** Chooses one unit of the layer, from 0. */
  public CombinationRequest unit(int number) {
    return units(number);
  }

  /** Which connections are followed; all of them unless something else is asked for. */
  public CombinationRequest connections(Connections some) {
    connections = some;
    return this;
  }

  /**
   * Adds the filters up.
   *
   * @throws InvalidInputException if no layer was chosen, a unit does not exist, or the network is
   *     not fully connected
   */
  public CombinationResult run() {
    Layer chosen =
        layer.orElseThrow(() -> new InvalidInputException("no layer was chosen: call layer"));
    List<Integer> numbers =
        units.isEmpty() ? IntStream.range(0, chosen.units()).boxed().toList() : units;
    List<Combination> found =
        new LinearCombination(network, connections).of(chosen.index(), numbers);
    return new CombinationResult(network, chosen.index(), connections, found);
  }
}
