package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The option that chooses one layer or several. */
@OptionGroup(Group.WHAT)
public final class LayersOption implements Explained {
  private final String otherwise;

  @Parameter(
      names = {"--layers", "--layer"},
      description = "Layers, by name or by number from 1, separated by commas. Default: {layers}")
  private List<String> layers = List.of();

  /**
   * @param otherwise which layers if none are asked for, in words
   */
  public LayersOption(String otherwise) {
    this.otherwise = otherwise;
  }

  /** As if these had been asked for. */
  public void set(List<Integer> numbers) {
    layers = numbers.stream().map(String::valueOf).toList();
  }

  @Override
  public Map<String, String> words() {
    return Map.of("layers", otherwise);
  }

  /** Whether layers were asked for. */
  public boolean isGiven() {
    return !layers.isEmpty();
  }

  /**
   * What is meant on a network.
   *
   * @param none the layers if none were asked for
   * @return each layer once, in ascending order
   * @throws UsageException if one does not exist
   */
  public List<Layer> on(Network network, List<Layer> none) {
    if (layers.isEmpty()) {
      return none;
    }
    return layers.stream()
        .map(name -> UsageException.check(() -> network.layer(name.strip())))
        .distinct()
        .sorted(Comparator.comparingInt(Layer::index))
        .toList();
  }
}
