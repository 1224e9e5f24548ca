package io.github.unitscope.experiments.deconv;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.EnumWord;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.deconv.Projector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Options of projections of activations. */
public final class ProjectionOptions {
  private static final int DEFAULT_TOP = 9;
  private static final int GREATEST_TOP = 100;
  private static final List<RectifierRule> RULES =
      List.of(RectifierRule.DECONVNET, RectifierRule.GUIDED, RectifierRule.GRADIENT);

  @Parameter(
      names = "--rules",
      description =
          "How activations are projected back to the pixels, in the order of the figure:"
              + " deconvnet (Zeiler and Fergus 2013), guided (backpropagation, Springenberg et"
              + " al. 2015), gradient. Default: all that apply to the network")
  private String rules;

  @Parameter(
      names = "--top",
      description = "Images to show for every unit, the strongest first; at least 1")
  private int top = DEFAULT_TOP;

  /**
   * How many images to show for every channel.
   *
   * @throws UsageException if it is not 1 to 100
   */
  public int top() {
    if (top < 1 || top > GREATEST_TOP) {
      throw new UsageException(
          String.format(Locale.ROOT, "--top must be 1 to %d, not %d", GREATEST_TOP, top));
    }
    return top;
  }

  /**
   * The rules to use on a layer.
   *
   * @param warn gets a line for every rule that the network does not have, where none was asked for
   * @throws UsageException if a rule is not known
   * @throws InvalidInputException if the network does not have a rule that was asked for
   */
  public List<RectifierRule> rules(Network network, Layer layer, Consumer<String> warn) {
    try (Projector projector = new Projector(network, layer)) {
      if (rules != null) {
        List<RectifierRule> given = parse();
        given.forEach(projector::require);
        return given;
      }
      List<RectifierRule> possible = new ArrayList<>();
      for (RectifierRule rule : RULES) {
        try {
          projector.require(rule);
          possible.add(rule);
        } catch (InvalidInputException e) {
          warn.accept(
              String.format(Locale.ROOT, "%s is left out: %s", EnumWord.of(rule), e.getMessage()));
        }
      }
      return possible;
    }
  }

  private List<RectifierRule> parse() {
    LinkedHashSet<RectifierRule> parsed = new LinkedHashSet<>();
    for (String word : rules.split(",", -1)) {
      parsed.add(
          RULES.stream()
              .filter(rule -> EnumWord.of(rule).equals(word.strip().toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          String.format(
                              Locale.ROOT,
                              "--rules: unknown rule '%s'; expected one of deconvnet, guided, gradient",
                              word.strip()))));
    }
    return List.copyOf(parsed);
  }
}
