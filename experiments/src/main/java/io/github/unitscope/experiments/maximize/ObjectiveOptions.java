package io.github.unitscope.experiments.maximize;

import com.beust.jcommander.Parameter;
import io.github.unitscope.datasets.photographs.PhotographSet;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.visualize.select.ObjectiveParser;
import io.github.unitscope.visualize.select.Objectives;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Options that say in words what is maximized. */
@OptionGroup(Group.WHAT)
final class ObjectiveOptions implements Explained {
  /** Names a photograph; its hash stands in manifests by this name. */
  static final String FROM = "--from";

  @Parameter(
      names = "--objective",
      splitter = ObjectiveList.class,
      description =
          "What to maximize instead of --units: a sum such as \"LAYER:7 + 0.5*LAYER:12\","
              + " LAYER:7@centre or LAYER:7@ROW,COLUMN (one neuron), -LAYER:7, LAYER (DeepDream), or"
              + " {kinds} with a class, as in logit:NAME. Repeat the option for several objectives. Default: none")
  private List<String> texts = new ArrayList<>();

  @Parameter(
      names = FROM,
      description = "Photograph to start from (PNG or JPEG), with --objective. Default: noise")
  private Path photograph;

  @Override
  public Map<String, String> words() {
    return Map.of("kinds", String.join(" or ", Objectives.names()));
  }

  boolean areGiven() {
    return !texts.isEmpty();
  }

  List<String> texts() {
    return texts;
  }

  /** The name of the photograph; null without one. */
  String photograph() {
    return photograph == null ? null : photograph.toString();
  }

  /** The photograph at the size of a network's images; null without one. */
  PhotographSet read(Network network) {
    return photograph == null ? null : PhotographSet.of(List.of(photograph), network.inputShape());
  }

  /**
   * Checks that every objective can be read.
   *
   * @throws UsageException if one cannot
   */
  void check(Network network, Quantity quantity) {
    ObjectiveParser parser = new ObjectiveParser(network, quantity);
    texts.forEach(text -> UsageException.check(() -> parser.parse(text)));
  }
}
