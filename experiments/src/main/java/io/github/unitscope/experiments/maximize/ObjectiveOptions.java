package io.github.unitscope.experiments.maximize;

import com.beust.jcommander.Parameter;
import io.github.unitscope.datasets.natural.PhotographSet;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.visualize.maximize.ObjectiveParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Options that say in words what is maximized. */
@OptionGroup(Group.WHAT)
final class ObjectiveOptions {
  /** Names a photograph; its hash stands in manifests by this name. */
  static final String FROM = "--from";

  @Parameter(
      names = "--objective",
      description =
          "What to maximize instead of units, for example \"LAYER:7 + 0.5*LAYER:12\", LAYER:7@centre,"
              + " -LAYER:7, LAYER (DeepDream), logit:NAME or probability:NAME; may be given"
              + " several times")
  private List<String> texts = new ArrayList<>();

  @Parameter(names = FROM, description = "Photograph to start from (PNG or JPEG), for objectives")
  private Path photograph;

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
