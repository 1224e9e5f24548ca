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
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      questions.add(new Question(requests.get(i).image(), measures(looks.get(i))));
    }
    List<List<OcclusionMap>> found = maps.of(questions, progress);
    try (Projector projector = new Projector(maps.network(), layer)) {
      RectifierRule rule = rule(projector);
      List<ImageOcclusion> result = new ArrayList<>();
      for (int i = 0; i < looks.size(); i++) {
        Look look = looks.get(i);
        float[] image = requests.get(i).image();
        List<OcclusionMap> ofImage = found.get(i);
        result.add(
            new ImageOcclusion(
                image,
                maps.fill().of(image, maps.network().inputShape()),
                look.channel,
                ofImage.get(0),
                rule,
                projector.project(image, look.strongestUnit, List.of(rule)).projections().get(0),
                classifier(maps.network())
                    .map(
                        some ->
                            new ImageOcclusion.ClassMaps(
                                look.subject, ofImage.get(1), ofImage.get(2)))));
      }
      return result;
    }
  }

  /** What of an image is looked at. */
  private record Look(int channel, int strongestUnit, int subject) {}

  private List<Measure> measures(Look look) {
    List<Measure> measures = new ArrayList<>(List.of(Measure.total(layer, look.channel)));
    classifier(maps.network())
        .ifPresent(
            some -> {
              measures.add(Measure.unit(some.probabilities(), look.subject));
              measures.add(Measure.highest(some.probabilities()));
            });
    return measures;
  }

  /** Shows the whole images once: all feature maps' strengths, their places, and the class. */
  private List<Look> looks(List<Request> requests) {
    int channels = layer.shape().channels();
    List<Measure> measures = new ArrayList<>();
    for (int channel = 0; channel < channels; channel++) {
      measures.add(strength.of(layer, channel));
      measures.add(Measure.strongestPlace(layer, channel));
    }
    classifier(maps.network())
        .ifPresent(some -> measures.add(Measure.highest(some.probabilities())));
    List<float[]> images = requests.stream().map(Request::image).toList();
    double[][] values =
        Measurements.of(
            maps.network(),
            new GivenImages(maps.network().inputShape(), images),
            measures,
            image -> measures,
            maps.workers(),
            done -> {});
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      looks.add(look(requests.get(i), values[i]));
    }
    return looks;
  }

  private Look look(Request request, double[] values) {
    int channel = request.channel().orElseGet(() -> strongest(values));
    layer.requireChannel(channel);
    int subject = request.subject().orElseGet(() -> (int) values[values.length - 1]);
    classifier(maps.network()).ifPresent(some -> requireClass(some, subject));
    return new Look(channel, (int) values[2 * channel + 1], subject);
  }

  private int strongest(double[] values) {
    int strongest = 0;
    for (int channel = 1; channel < layer.shape().channels(); channel++) {
      strongest = values[2 * channel] > values[2 * strongest] ? channel : strongest;
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
