package io.github.unitscope.visualize.occlude;

import io.github.unitscope.network.Classifying;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.visualize.deconv.Projector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongConsumer;

/**
 * Looks at images through all maps of Zeiler and Fergus (2013), figure 7.
 *
 * @param maps network and square
 * @param layer whose feature maps are looked at
 * @param strength what makes a feature map the strongest
 */
public record OcclusionStudy(OcclusionMaps maps, Layer layer, Strength strength) {

  /** Whether a network tells classes apart. */
  public static Optional<Classifying> classifier(Network network) {
    return network instanceof Classifying classifying && !classifying.classes().isEmpty()
        ? Optional.of(classifying)
        : Optional.empty();
  }

  /**
   * Looks at an image.
   *
   * @param image [inputs]
   * @param channel the feature map; by default the strongest on the image
   * @param subject the class to follow; by default the most probable one
   * @param progress gets the number of positions that are done; from several threads
   * @throws InvalidInputException if there is no such channel or class
   */
  public ImageOcclusion of(
      float[] image, OptionalInt channel, OptionalInt subject, LongConsumer progress) {
    Network network = maps.network();
    int map =
        channel.orElseGet(() -> OcclusionMaps.strongestChannel(network, layer, image, strength));
    List<Measure> measures = new ArrayList<>(List.of(Measure.total(layer, map)));
    Optional<Classifying> classifier = classifier(network);
    int followed = classifier.map(some -> subjectOf(some, subject, image)).orElse(0);
    classifier.ifPresent(
        some -> {
          measures.add(Measure.unit(some.probabilities(), followed));
          measures.add(Measure.highest(some.probabilities()));
        });
    List<OcclusionMap> found = maps.of(image, measures, progress);
    Projector projector = new Projector(network, layer);
    RectifierRule rule = rule(projector);
    int unit = (int) OcclusionMaps.of(network, Measure.strongestPlace(layer, map), image);
    return new ImageOcclusion(
        image,
        maps.fill().of(image, network.inputShape()),
        map,
        found.get(0),
        rule,
        projector.project(image, unit, List.of(rule)).projections().get(0),
        classifier.map(some -> new ImageOcclusion.ClassMaps(followed, found.get(1), found.get(2))));
  }

  private static int subjectOf(Classifying network, OptionalInt subject, float[] image) {
    if (subject.isEmpty()) {
      return (int) OcclusionMaps.of(network, Measure.highest(network.probabilities()), image);
    }
    int given = subject.getAsInt();
    if (given < 0 || given >= network.classes().size()) {
      throw new InvalidInputException(
          "there is no class %d: choose from 0 to %d"
              .formatted(given, network.classes().size() - 1));
    }
    return given;
  }

  /** Where there are no rectified units, the gradient is what remains. */
  private static RectifierRule rule(Projector projector) {
    try {
      projector.require(RectifierRule.DECONVNET);
      return RectifierRule.DECONVNET;
    } catch (InvalidInputException e) {
      return RectifierRule.GRADIENT;
    }
  }
}
