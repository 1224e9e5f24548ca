package io.github.unitscope.experiments.occlude;

import io.github.unitscope.experiments.deconv.Projections;
import io.github.unitscope.experiments.output.ArrayTable;
import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.occlude.ImageOcclusion;
import io.github.unitscope.visualize.occlude.Occluder;
import io.github.unitscope.visualize.occlude.OcclusionMap;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Swatch;
import io.github.unitscope.visualize.picture.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What {@code occlude} leaves.
 *
 * @param layer of the feature maps
 * @param shape of the images
 * @param occluder the square
 * @param classes names; empty for a network without
 * @param imageScale how images are shown
 * @param numbers of the images
 * @param names of the images
 * @param images what became of them
 */
public record Occlusions(
    Layer layer,
    ImageShape shape,
    Occluder occluder,
    List<String> classes,
    Scale imageScale,
    List<Integer> numbers,
    List<String> names,
    List<ImageOcclusion> images) {
  /** Pictures of smaller images are enlarged to about this many pixels. */
  private static final int LEAST_SIDE = 224;

  private static final List<String> COLUMNS =
      List.of(
          "image", "name", "channel", "total", "leastTotal", "leastTotalRow", "leastTotalColumn");

  private static final List<String> CLASS_COLUMNS =
      List.of(
          "class",
          "probability",
          "leastProbability",
          "leastRow",
          "leastColumn",
          "classThere",
          "shareUnchanged");

  /** How many panels an image has. */
  public int panelsOfImage() {
    return classes.isEmpty() ? 3 : 5;
  }

  /** A row for every image: the image, the feature map, its projection, and the classes. */
  public List<Panel> panels() {
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      ImageOcclusion image = images.get(i);
      String subject = String.format(Locale.ROOT, "%s %d", noun(), image.channel());
      panels.add(picture(i));
      panels.add(
          map(
              String.format(Locale.ROOT, "%s of layer %s", subject, layer.title()),
              String.format(
                  Locale.ROOT,
                  "%s; %s without the square",
                  layer.places() > 1 ? "sum of its activations" : "its activation",
                  Numbers.brief(image.total().uncovered())),
              image.total(),
              null));
      panels.add(
          panel(
              String.format(Locale.ROOT, "%s: %s", subject, Projections.name(image.rule())),
              "of its strongest activation on this image",
              shape.channels(),
              image.projection(),
              Projections.SCALE,
              List.of()));
      image
          .classes()
          .ifPresent(
              maps -> {
                panels.add(
                    map(
                        String.format(Locale.ROOT, "P(%s)", shortName(maps.subject())),
                        String.format(
                            Locale.ROOT,
                            "%s without the square, %s at the least",
                            Numbers.brief(maps.probability().uncovered()),
                            Numbers.brief(
                                maps.probability().values()[maps.probability().lowest()])),
                        maps.probability(),
                        Scale.UNIT_INTERVAL));
                panels.add(classMap(maps.mostProbable()));
              });
    }
    return panels;
  }

  private Panel picture(int index) {
    ImageOcclusion image = images.get(index);
    String name = names.get(index).isEmpty() ? "" : " " + names.get(index);
    String least =
        image.classes().isPresent()
            ? "the class's probability is least"
            : String.format(
                Locale.ROOT, "%s %d is least", noun().toLowerCase(Locale.ROOT), image.channel());
    return panel(
        String.format(Locale.ROOT, "Image %d%s", numbers.get(index), name),
        String.format(
            Locale.ROOT,
            "the square, %d×%d pixels, where %s",
            occluder.side(),
            occluder.side(),
            least),
        shape.channels(),
        image.mostHarmed(),
        imageScale,
        List.of());
  }

  private String noun() {
    return layer.places() > 1 ? "Channel" : "Unit";
  }

  /** One picture, enlarged where images are small. */
  private Panel panel(
      String title, String subtitle, int channels, float[] pixels, Scale scale, List<Swatch> key) {
    int factor = Math.max(1, LEAST_SIDE / Math.max(shape.height(), shape.width()));
    int height = factor * shape.height();
    int width = factor * shape.width();
    float[] enlarged = new float[channels * height * width];
    for (int i = 0; i < enlarged.length; i++) {
      int channel = i / (height * width);
      int row = i / width % height / factor;
      int column = i % width / factor;
      enlarged[i] = pixels[(channel * shape.height() + row) * shape.width() + column];
    }
    return new Panel(
        title,
        subtitle,
        new ImageShape(channels, height, width),
        List.of(new Tile(enlarged, "", false)),
        1,
        scale,
        "",
        key);
  }

  /**
   * @param scale null for one from the least value to the greatest
   */
  private Panel map(String title, String subtitle, OcclusionMap map, Scale scale) {
    float[] pixels = map.atImageSize();
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float pixel : pixels) {
      low = Math.min(low, pixel);
      high = Math.max(high, pixel);
    }
    return panel(
        title, subtitle, 1, pixels, scale == null ? Scale.between(low, high) : scale, List.of());
  }

  private Panel classMap(OcclusionMap map) {
    ClassColours colours = ClassColours.of(map);
    List<Swatch> key = new ArrayList<>();
    colours
        .classes()
        .forEach(
            number ->
                key.add(
                    new Swatch(
                        colours.rgb(number),
                        String.format(
                            Locale.ROOT,
                            "%s, %s %%",
                            shortName(number),
                            Numbers.brief(100 * share(map, number))))));
    if (colours.hasOthers()) {
      key.add(new Swatch(ClassColours.OTHER, "other classes"));
    }
    float[] numbersAtPixels = map.atImageSize();
    int plane = numbersAtPixels.length;
    float[] pixels = new float[3 * plane];
    for (int i = 0; i < plane; i++) {
      int rgb = colours.rgb((int) numbersAtPixels[i]);
      for (int channel = 0; channel < 3; channel++) {
        pixels[channel * plane + i] = (rgb >> (16 - 8 * channel) & 0xFF) / 255f;
      }
    }
    return panel(
        "Most probable class",
        String.format(Locale.ROOT, "%s without the square", shortName((int) map.uncovered())),
        3,
        pixels,
        Scale.PICTURE,
        key);
  }

  private static double share(OcclusionMap map, int number) {
    return IntStream.range(0, map.values().length).filter(i -> map.values()[i] == number).count()
        / (double) map.values().length;
  }

  /** The first of several names. */
  private String shortName(int number) {
    return classes.get(number).split(",")[0];
  }

  /**
   * The arrays of {@code results.npz}, with N images, maps of R×C positions: numbers [N] int32,
   * images and projections [N, inputs], centreRows [R] and centreColumns [C] int32 (pixels),
   * channels [N] int32, totals [N, R, C] and totalsUncovered [N] float64; with classes also
   * subjects [N] int32, probabilities [N, R, C] and probabilitiesUncovered [N] float64,
   * mostProbable [N, R, C] and mostProbableUncovered [N] int32.
   */
  public Map<String, NpyArray> arrays() {
    int rows = occluder.rows();
    int columns = occluder.columns();
    ArrayTable<ImageOcclusion> table =
        new ArrayTable<>(images)
            .put("numbers", numbers)
            .rows("images", ImageOcclusion::image)
            .put("centreRows", centres(rows, occluder::centreRow))
            .put("centreColumns", centres(columns, occluder::centreColumn))
            .ints("channels", ImageOcclusion::channel)
            .doubleRows("totals", image -> image.total().values(), rows, columns)
            .doubles("totalsUncovered", image -> image.total().uncovered())
            .rows("projections", ImageOcclusion::projection);
    if (!classes.isEmpty()) {
      table
          .ints("subjects", image -> classMaps(image).subject())
          .doubleRows(
              "probabilities", image -> classMaps(image).probability().values(), rows, columns)
          .doubles("probabilitiesUncovered", image -> classMaps(image).probability().uncovered())
          .intRows(
              "mostProbable", image -> numbersOf(classMaps(image).mostProbable()), rows, columns)
          .ints(
              "mostProbableUncovered", image -> (int) classMaps(image).mostProbable().uncovered());
    }
    return table.arrays();
  }

  private static ImageOcclusion.ClassMaps classMaps(ImageOcclusion image) {
    return image.classes().orElseThrow();
  }

  private static List<Integer> centres(int count, IntUnaryOperator centre) {
    return IntStream.range(0, count).map(centre).boxed().toList();
  }

  private static int[] numbersOf(OcclusionMap map) {
    return Arrays.stream(map.values()).mapToInt(value -> (int) value).toArray();
  }

  /** A table with a line for every image. */
  public String table() {
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.addAll(classes.isEmpty() ? List.of() : CLASS_COLUMNS);
    CsvTable table = new CsvTable(columns);
    for (int i = 0; i < images.size(); i++) {
      ImageOcclusion image = images.get(i);
      List<Object> cells = new ArrayList<>();
      Collections.addAll(cells, numbers.get(i), names.get(i), image.channel());
      cells.addAll(cells(image.total()));
      image
          .classes()
          .ifPresent(
              maps -> {
                OcclusionMap probable = maps.mostProbable();
                cells.add(classes.get(maps.subject()));
                cells.addAll(cells(maps.probability()));
                int there = (int) probable.values()[maps.probability().lowest()];
                Collections.addAll(cells, classes.get(there), probable.unchangedShare());
              });
      table.row(cells);
    }
    return table.toString();
  }

  private List<Object> cells(OcclusionMap map) {
    int lowest = map.lowest();
    return List.of(
        map.uncovered(),
        map.values()[lowest],
        occluder.centreRow(lowest / occluder.columns()),
        occluder.centreColumn(lowest % occluder.columns()));
  }

  /** A line for every image on what the square does to it. */
  public List<String> describe() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      ImageOcclusion image = images.get(i);
      OcclusionMap map = image.main();
      String what =
          image
              .classes()
              .map(maps -> String.format(Locale.ROOT, "P(%s)", shortName(maps.subject())))
              .orElse(
                  String.format(
                      Locale.ROOT, "%s %d", noun().toLowerCase(Locale.ROOT), image.channel()));
      lines.add(
          String.format(
              Locale.ROOT,
              "image %d: %s %s, with the square at row %d, column %d only %s",
              numbers.get(i),
              what,
              Numbers.brief(map.uncovered()),
              occluder.centreRow(map.lowest() / occluder.columns()),
              occluder.centreColumn(map.lowest() % occluder.columns()),
              Numbers.brief(map.values()[map.lowest()])));
    }
    return lines;
  }

  /** Whether every projection is a deconvnet's. */
  public boolean hasDeconvnet() {
    return images.stream().allMatch(image -> image.rule() == RectifierRule.DECONVNET);
  }
}
