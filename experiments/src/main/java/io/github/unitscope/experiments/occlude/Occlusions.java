package io.github.unitscope.experiments.occlude;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.visualize.occlude.Occluder;
import io.github.unitscope.visualize.occlude.OcclusionMap;
import io.github.unitscope.visualize.picture.Scale;
import java.util.List;
import java.util.Locale;

/**
 * What {@code occlude} found.
 *
 * @param layer of the feature maps
 * @param shape of the images
 * @param occluder the square
 * @param classes names; empty for a network without
 * @param imageScale how images are shown
 * @param images what became of them
 */
record Occlusions(
    Layer layer,
    ImageShape shape,
    Occluder occluder,
    List<String> classes,
    Scale imageScale,
    List<OccludedImage> images) {

  /** Copies the lists. */
  Occlusions {
    classes = List.copyOf(classes);
    images = List.copyOf(images);
  }

  /** What the parts of the layer are. */
  String noun() {
    return layer.places() > 1 ? "channel" : "unit";
  }

  /** The first of several names of a class. */
  String shortName(int number) {
    return classes.get(number).split(",")[0];
  }

  /** Whether every projection is a deconvnet's. */
  boolean hasDeconvnet() {
    return images.stream().allMatch(one -> one.occlusion().rule() == RectifierRule.DECONVNET);
  }

  /** A line for every image on what the square does to it. */
  List<String> describe() {
    return images.stream().map(this::describe).toList();
  }

  private String describe(OccludedImage image) {
    OcclusionMap map = image.occlusion().main();
    String what =
        image
            .occlusion()
            .classes()
            .map(maps -> String.format(Locale.ROOT, "P(%s)", shortName(maps.subject())))
            .orElse(String.format(Locale.ROOT, "%s %d", noun(), image.occlusion().channel()));
    return String.format(
        Locale.ROOT,
        "image %d: %s is %s, and falls to %s with the square at row %d, column %d",
        image.number(),
        what,
        Numbers.brief(map.uncovered()),
        Numbers.brief(map.values()[map.lowest()]),
        occluder.centreRow(map.lowest() / occluder.columns()),
        occluder.centreColumn(map.lowest() % occluder.columns()));
  }
}
