package io.github.unitscope.experiments.dataexamples;

import io.github.unitscope.experiments.options.ShownImages;
import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.ReceptiveField;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.dataexamples.Example;
import io.github.unitscope.visualize.dataexamples.ExampleSettings;
import io.github.unitscope.visualize.dataexamples.Histogram;
import io.github.unitscope.visualize.dataexamples.Patch;
import io.github.unitscope.visualize.dataexamples.UnitExamples;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The pictures, arrays and table of {@code examples}.
 *
 * @param layer that was looked at
 * @param settings of the search
 * @param images that were shown
 * @param units what was found, in the order of units
 */
public record ExamplesReport(
    Layer layer, ExampleSettings settings, ShownImages images, List<UnitExamples> units) {
  private static final String MARK = "not a training image";

  /** A kind of examples. */
  private enum Group {
    MINIMUM("Minimum", UnitExamples::minimum),
    SLIGHTLY_NEGATIVE("Slightly negative", UnitExamples::slightlyNegative),
    SLIGHTLY_POSITIVE("Slightly positive", UnitExamples::slightlyPositive),
    MAXIMUM("Maximum", UnitExamples::maximum),
    ALONG("Across the range", UnitExamples::along);

    private final String title;
    private final Function<UnitExamples, List<Example>> examples;

    Group(String title, Function<UnitExamples, List<Example>> examples) {
      this.title = title;
      this.examples = examples;
    }

    List<Example> of(UnitExamples unit) {
      return examples.apply(unit);
    }

    /** As arrays and tables call it. */
    String key() {
      String[] words = name().toLowerCase(Locale.ROOT).split("_");
      return words.length == 1
          ? words[0]
          : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }
  }

  /** Minimum, slightly negative, slightly positive, maximum: a row for every unit. */
  public List<Panel> groups() {
    List<Panel> panels = new ArrayList<>();
    for (Group group : Group.values()) {
      if (group != Group.ALONG) {
        panels.add(panel(group.title, subtitle(group), group, settings.perGroup()));
      }
    }
    return panels;
  }

  /** Evenly along the range of values: a row for every unit. */
  public List<Panel> along() {
    return List.of(
        panel(
            "Across the range of values", "evenly spaced by value", Group.ALONG, settings.along()));
  }

  /** The greatest values: a row for every unit. */
  public Panel top() {
    return panel(
        "Strongest responses",
        describeImages() + (images.isMixed() ? "" : ", " + images.splitOf(0)),
        Group.MAXIMUM,
        settings.most());
  }

  /**
   * What the units see of the images of {@link #top}.
   *
   * @param field of the layer
   */
  public Panel patches(ReceptiveField field) {
    ImageShape image = images.images().shape();
    ImageShape shape = Patch.shape(field, image);
    List<Tile> tiles = new ArrayList<>();
    for (UnitExamples unit : units) {
      for (int i = 0; i < settings.most(); i++) {
        if (i >= unit.maximum().size()) {
          tiles.add(Tile.BLANK);
          continue;
        }
        Example example = unit.maximum().get(i);
        float[] pixels = images.pixels(example.image());
        int width = layer.shape().width();
        float[] patch =
            Patch.cut(pixels, image, field, example.place() / width, example.place() % width);
        tiles.add(new Tile(patch, label(unit, example, i), isMarked(example)));
      }
    }
    String subtitle =
        String.format(
            Locale.ROOT,
            "%d×%d pixels; grey lies outside the image",
            shape.height(),
            shape.width());
    return new Panel("Receptive fields", subtitle, shape, tiles, settings.most(), scale(), MARK);
  }

  private Panel panel(String title, String subtitle, Group group, int columns) {
    List<Tile> tiles = new ArrayList<>();
    for (UnitExamples unit : units) {
      List<Example> examples = group.of(unit);
      for (int i = 0; i < columns; i++) {
        tiles.add(i < examples.size() ? tile(unit, examples.get(i), i) : Tile.BLANK);
      }
    }
    return new Panel(title, subtitle, images.images().shape(), tiles, columns, scale(), MARK);
  }

  private Tile tile(UnitExamples unit, Example example, int position) {
    return new Tile(
        images.pixels(example.image()), label(unit, example, position), isMarked(example));
  }

  private String label(UnitExamples unit, Example example, int position) {
    String value = Numbers.brief(example.value());
    return position == 0 ? String.format(Locale.ROOT, "%d:  %s", unit.subject(), value) : value;
  }

  private boolean isMarked(Example example) {
    return images.isMixed() && !images.splitOf(example.image()).equals("train");
  }

  private Scale scale() {
    return images.inUnitInterval() ? Scale.UNIT_INTERVAL : Scale.SHARED;
  }

  private String subtitle(Group group) {
    String threshold = Numbers.brief(settings.threshold());
    return switch (group) {
      case MINIMUM -> quantity() + ", lowest first";
      case SLIGHTLY_NEGATIVE -> "nearest below " + threshold;
      case SLIGHTLY_POSITIVE -> "nearest above " + threshold;
      case MAXIMUM -> "highest first";
      case ALONG -> "";
    };
  }

  private String quantity() {
    String quantity =
        settings.quantity() == Quantity.PREACTIVATION ? "pre-activation" : "activation";
    return switch (settings.reading()) {
      case UNIT -> quantity;
      case CHANNEL_MAXIMUM -> "maximum " + quantity + " of a channel";
      case CHANNEL_MEAN -> "mean " + quantity + " of a channel";
    };
  }

  /** How many images there were, and what stands below them. */
  public String describeImages() {
    return String.format(
        Locale.ROOT,
        "%s, %d images of %s",
        quantity(),
        images.images().size(),
        images.dataset().name());
  }

  /**
   * units [U] int32; of each group (minimum, slightlyNegative, slightlyPositive, maximum, along)
   * Images and Places [U, K] int32, −1 where there are fewer, and Values [U, K] float32, NaN there;
   * histogramStart and histogramWidth [U] float64, histogramCounts [U, 64] int64; above [U] int64.
   */
  public Map<String, NpyArray> arrays() {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    int[] subjects = units.stream().mapToInt(UnitExamples::subject).toArray();
    arrays.put("units", NpyArray.of(subjects, subjects.length));
    for (Group group : Group.values()) {
      put(arrays, group);
    }
    double[] starts = units.stream().mapToDouble(unit -> unit.histogram().start()).toArray();
    double[] widths = units.stream().mapToDouble(unit -> unit.histogram().width()).toArray();
    long[] counts = new long[units.size() * Histogram.MOST_BINS];
    for (int u = 0; u < units.size(); u++) {
      long[] own = units.get(u).histogram().counts();
      System.arraycopy(own, 0, counts, u * Histogram.MOST_BINS, own.length);
    }
    arrays.put("histogramStart", NpyArray.of(starts, starts.length));
    arrays.put("histogramWidth", NpyArray.of(widths, widths.length));
    arrays.put("histogramCounts", NpyArray.of(counts, units.size(), Histogram.MOST_BINS));
    long[] above = units.stream().mapToLong(UnitExamples::above).toArray();
    arrays.put("above", NpyArray.of(above, above.length));
    return arrays;
  }

  private void put(Map<String, NpyArray> arrays, Group group) {
    int columns =
        switch (group) {
          case MAXIMUM -> settings.most();
          case ALONG -> settings.along();
          default -> settings.perGroup();
        };
    int[] indices = new int[units.size() * columns];
    int[] places = new int[indices.length];
    float[] values = new float[indices.length];
    Arrays.fill(indices, -1);
    Arrays.fill(places, -1);
    Arrays.fill(values, Float.NaN);
    for (int u = 0; u < units.size(); u++) {
      List<Example> examples = group.of(units.get(u));
      for (int i = 0; i < examples.size(); i++) {
        indices[u * columns + i] = examples.get(i).image();
        places[u * columns + i] = examples.get(i).place();
        values[u * columns + i] = examples.get(i).value();
      }
    }
    arrays.put(group.key() + "Images", NpyArray.of(indices, units.size(), columns));
    arrays.put(group.key() + "Values", NpyArray.of(values, units.size(), columns));
    arrays.put(group.key() + "Places", NpyArray.of(places, units.size(), columns));
  }

  /** A line for every example; of a value without a place row and column are empty. */
  public String csv() {
    CsvTable table =
        new CsvTable(
            settings.reading().noun(),
            "group",
            "rank",
            "split",
            "image",
            "name",
            "label",
            "value",
            "row",
            "column");
    for (UnitExamples unit : units) {
      for (Group group : Group.values()) {
        int rank = 1;
        for (Example example : group.of(unit)) {
          table.row(cells(unit, group, rank++, example));
        }
      }
    }
    return table.toString();
  }

  private List<Object> cells(UnitExamples unit, Group group, int rank, Example example) {
    int image = example.image();
    int label = images.images().label(image);
    int width = layer.shape().width();
    boolean placed = example.place() >= 0;
    return List.of(
        unit.subject(),
        group.key(),
        rank,
        images.splitOf(image),
        images.indexInSplit(image),
        CsvTable.quoted(images.name(image)),
        label < 0 ? "" : label,
        example.value(),
        placed ? example.place() / width : "",
        placed ? example.place() % width : "");
  }
}
