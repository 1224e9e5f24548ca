package io.github.unitscope.experiments.occlude;

import io.github.unitscope.experiments.deconv.Projections;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.visualize.occlude.ImageOcclusion;
import io.github.unitscope.visualize.occlude.OcclusionMap;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Swatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figure of {@code occlude}: a row for every image. */
final class OcclusionPanels {
  private final Occlusions occlusions;

  OcclusionPanels(Occlusions occlusions) {
    this.occlusions = occlusions;
  }

  /** How many panels an image has. */
  int perImage() {
    return occlusions.classes().isEmpty() ? 3 : 5;
  }

  /** The image, the feature map, its projection, and the classes. */
  List<Panel> all() {
    List<Panel> panels = new ArrayList<>();
    for (OccludedImage image : occlusions.images()) {
      panels.add(picture(image));
      panels.add(featureMap(image.occlusion()));
      panels.add(projection(image.occlusion()));
      image
          .occlusion()
          .classes()
          .ifPresent(maps -> panels.addAll(List.of(probability(maps), mostProbable(maps))));
    }
    return panels;
  }

  private Panel picture(OccludedImage image) {
    String name = image.name().isEmpty() ? "" : " " + image.name();
    String lowest =
        image.occlusion().classes().isPresent()
            ? "the class probability is lowest"
            : String.format(
                Locale.ROOT, "%s %d is lowest", occlusions.noun(), image.occlusion().channel());
    return panel(
        String.format(Locale.ROOT, "Image %d%s", image.number(), name),
        String.format(
            Locale.ROOT,
            "with the %d×%d square where %s",
            occlusions.occluder().side(),
            occlusions.occluder().side(),
            lowest),
        occlusions.shape().channels(),
        image.occlusion().mostHarmed(),
        occlusions.imageScale(),
        List.of());
  }

  private Panel featureMap(ImageOcclusion image) {
    return map(
        String.format(Locale.ROOT, "%s, layer %s", subject(image), occlusions.layer().title()),
        String.format(
            Locale.ROOT,
            "%s; %s without the square",
            occlusions.layer().places() > 1 ? "sum of activations" : "activation",
            Numbers.brief(image.total().uncovered())),
        image.total(),
        rangeOf(image.total()));
  }

  private Panel projection(ImageOcclusion image) {
    return panel(
        String.format(Locale.ROOT, "%s: %s", subject(image), Projections.name(image.rule())),
        "of its strongest activation in this image",
        occlusions.shape().channels(),
        image.projection(),
        Projections.SCALE,
        List.of());
  }

  private Panel probability(ImageOcclusion.ClassMaps maps) {
    OcclusionMap map = maps.probability();
    return map(
        String.format(Locale.ROOT, "P(%s)", occlusions.shortName(maps.subject())),
        String.format(
            Locale.ROOT,
            "%s without the square; lowest %s",
            Numbers.brief(map.uncovered()),
            Numbers.brief(map.values()[map.lowest()])),
        map,
        Scale.UNIT_INTERVAL);
  }

  private Panel mostProbable(ImageOcclusion.ClassMaps maps) {
    OcclusionMap map = maps.mostProbable();
    ClassMap coloured = new ClassMap(map);
    return panel(
        "Most probable class",
        String.format(
            Locale.ROOT, "%s without the square", occlusions.shortName((int) map.uncovered())),
        3,
        coloured.pixels(),
        Scale.PICTURE,
        coloured.key(occlusions::shortName));
  }

  private String subject(ImageOcclusion image) {
    String noun = occlusions.layer().places() > 1 ? "Channel" : "Unit";
    return String.format(Locale.ROOT, "%s %d", noun, image.channel());
  }

  private static Scale rangeOf(OcclusionMap map) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float pixel : map.atImageSize()) {
      low = Math.min(low, pixel);
      high = Math.max(high, pixel);
    }
    return Scale.between(low, high);
  }

  private Panel map(String title, String subtitle, OcclusionMap map, Scale scale) {
    return panel(title, subtitle, 1, map.atImageSize(), scale, List.of());
  }

  private Panel panel(
      String title, String subtitle, int channels, float[] pixels, Scale scale, List<Swatch> key) {
    ImageShape image = occlusions.shape();
    EnlargedPicture picture =
        EnlargedPicture.of(new ImageShape(channels, image.height(), image.width()), pixels);
    return new Panel(title, subtitle, picture.shape(), List.of(picture.tile()), 1, scale, "", key);
  }
}
