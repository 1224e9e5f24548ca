package io.github.unitscope.visualize.occlude;

import io.github.unitscope.network.Classifying;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.deconv.Projector;
import io.github.unitscope.visualize.occlude.OcclusionMaps.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /**
   * What to look at.
   *
   * @param image [inputs]
   * @param channel the feature map; by default the strongest on the image
   * @param subject the class to follow; by default the most probable one
   */
  public record Request(float[] image, OptionalInt channel, OptionalInt subject) {}

  /** Whether a network tells classes apart. */
  public static Optional<Classifying> classifier(Network network) {
    return network instanceof Classifying classifying && !classifying.classes().isEmpty()
        ? Optional.of(classifying)
        : Optional.empty();
  }

  /**
   * Looks at images.
   *
   * @param progress gets the number of positions that are done, of all images together; from
   *     several threads
   * @return what becomes of each
   * @throws InvalidInputException if there is no such channel or class
   */
  public List<ImageOcclusion> of(List<Request> requests, LongConsumer progress) {
    List<Look> looks = looks(requests);
    List<Question> questions =
        looks.stream().map(look -> new Question(look.image, measures(look))).toList();
    List<Map<Measure, OcclusionMap>> found = maps.of(questions, progress);
    try (Projector projector = new Projector(maps.network(), layer)) {
      RectifierRule rule = rule(projector);
      List<ImageOcclusion> result = new ArrayList<>();
      for (int i = 0; i < looks.size(); i++) {
        Look look = looks.get(i);
        float[] projection =
            projector.project(look.image, look.strongestUnit, List.of(rule)).projections().get(0);
        result.add(
            new ImageOcclusion(
                look.image,
                maps.fill().of(look.image, maps.network().inputShape()),
                look.channel,
                found.get(i).get(total(look)),
                rule,
                projection,
                classMaps(look, found.get(i))));
      }
      return result;
    }
  }

  /**
   * What of an image is looked at.
   *
   * @param image [inputs]
   * @param channel the feature map
   * @param strongestUnit of the feature map on the image
   * @param subject the class that is followed; empty for a network without classes
   */
  private record Look(float[] image, int channel, int strongestUnit, OptionalInt subject) {}

  private Optional<ImageOcclusion.ClassMaps> classMaps(
      Look look, Map<Measure, OcclusionMap> found) {
    return classifier(maps.network())
        .map(
            some ->
                new ImageOcclusion.ClassMaps(
                    look.subject.orElseThrow(),
                    found.get(probability(some, look)),
                    found.get(mostProbable(some))));
  }

  private List<Measure> measures(Look look) {
    List<Measure> measures = new ArrayList<>(List.of(total(look)));
    classifier(maps.network())
        .ifPresent(some -> measures.addAll(List.of(probability(some, look), mostProbable(some))));
    return measures;
  }

  private Measure total(Look look) {
    return Measure.total(layer, look.channel);
  }

  private static Measure probability(Classifying network, Look look) {
    return Measure.unit(network.probabilities(), look.subject.orElseThrow());
  }

  private static Measure mostProbable(Classifying network) {
    return Measure.highest(network.probabilities());
  }

  /** Shows the whole images once: all feature maps' strengths, their places, and the class. */
  private List<Look> looks(List<Request> requests) {
    List<Measure> measures = new ArrayList<>();
    for (int channel = 0; channel < layer.shape().channels(); channel++) {
      measures.add(strength.of(layer, channel));
      measures.add(Measure.strongestPlace(layer, channel));
    }
    classifier(maps.network()).ifPresent(some -> measures.add(mostProbable(some)));
    List<float[]> images = requests.stream().map(Request::image).toList();
    List<Measured> whole =
        Measurements.of(
            maps.network(),
            new GivenImages(maps.network().inputShape(), images),
            measures,
            image -> measures,
            maps.workers(),
            done -> {});
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < whole.size(); i++) {
      looks.add(look(requests.get(i), whole.get(i)));
    }
    return looks;
  }

  private Look look(Request request, Measured whole) {
    int channel = request.channel().orElseGet(() -> strongest(whole));
    layer.requireChannel(channel);
    OptionalInt subject = OptionalInt.empty();
    Optional<Classifying> classifier = classifier(maps.network());
    if (classifier.isPresent()) {
      subject = OptionalInt.of(subject(classifier.get(), request, whole));
    }
    int unit = whole.numberOf(Measure.strongestPlace(layer, channel));
    return new Look(request.image(), channel, unit, subject);
  }

  private static int subject(Classifying network, Request request, Measured whole) {
    int subject = request.subject().orElseGet(() -> whole.numberOf(mostProbable(network)));
    requireClass(network, subject);
    return subject;
  }

  private int strongest(Measured whole) {
    int strongest = 0;
    double highest = whole.of(strength.of(layer, 0));
    for (int channel = 1; channel < layer.shape().channels(); channel++) {
      double value = whole.of(strength.of(layer, channel));
      if (value > highest) {
        strongest = channel;
        highest = value;
      }
    }
    return strongest;
  }

  private static void requireClass(Classifying network, int number) {
    int count = network.classes().size();
    if (number < 0 || number >= count) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "unknown class %d; expected 0 to %d", number, count - 1));
    }
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
