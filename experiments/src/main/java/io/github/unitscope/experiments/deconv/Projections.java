package io.github.unitscope.experiments.deconv;

import io.github.unitscope.experiments.command.EnumWord;
import io.github.unitscope.experiments.output.ArrayTable;
import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.deconv.StrongestPlace;
import io.github.unitscope.visualize.deconv.View;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What {@code deconv} leaves of the views of feature maps.
 *
 * @param layer of the feature maps
 * @param channels the feature maps
 * @param rules by which activations were projected
 * @param shape of patches and projections
 * @param views of every channel, the strongest first
 */
public record Projections(
    Layer layer,
    List<Integer> channels,
    List<RectifierRule> rules,
    ImageShape shape,
    List<List<View>> views) {

  /** Of projections: single bright pixels must not make all others grey. */
  public static final Scale SCALE = new Scale(Scale.Kind.SYMMETRIC, true, 0.999);

  /** Grey. */
  public static final float OUTSIDE = 0.5f;

  private static final String DEAD = "no positive activation";

  /** Copies the lists. */
  public Projections {
    channels = List.copyOf(channels);
    rules = List.copyOf(rules);
    views = List.copyOf(views);
  }

  /** What a projection is called. */
  public static String name(RectifierRule rule) {
    return switch (rule) {
      case DECONVNET -> "deconvnet";
      case GUIDED -> "guided backpropagation";
      case GRADIENT -> "gradient";
      case REDIRECTED -> "redirected gradient";
    };
  }

  /** A sentence on how a projection is made. */
  public static String explain(RectifierRule rule) {
    return switch (rule) {
      case DECONVNET ->
          "Deconvnet (Zeiler and Fergus 2013): the activation is projected back through the pooling"
              + " switches, rectifiers and transposed filters.";
      case GUIDED ->
          "Guided backpropagation (Springenberg et al. 2015): the gradient of the pre-activation,"
              + " without the negative gradients at rectifiers.";
      case GRADIENT -> "Gradient of the pre-activation with respect to the pixels.";
      case REDIRECTED -> "Redirected gradient (Olah et al. 2017).";
    };
  }

  /** One line on what was found. */
  public String describe() {
    long dead = views.stream().filter(some -> some.get(0).activation() <= 0).count();
    String noun = layer.places() > 1 ? "channels" : "units";
    return String.format(
        Locale.ROOT,
        "%d %s, %d images each; %d never active",
        channels.size(),
        noun,
        perChannel(),
        dead);
  }

  /** How many panels a channel has. */
  public int panelsOfChannel() {
    return rules.size() + 1;
  }

  /**
   * A block for every channel: its projections by each rule, and the patches.
   *
   * @param patchScale how the values of patches are shown
   */
  public List<Panel> panels(Scale patchScale) {
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      for (int rule = 0; rule < rules.size(); rule++) {
        int number = rule;
        panels.add(panel(i, name(rules.get(rule)), view -> view.projections().get(number), SCALE));
      }
      panels.add(panel(i, "image patches", View::patch, patchScale));
    }
    return panels;
  }

  private Panel panel(int index, String title, Function<View, float[]> picture, Scale scale) {
    List<Tile> tiles = new ArrayList<>();
    for (View view : views.get(index)) {
      StrongestPlace place = view.place();
      String label =
          scale.perTile()
              ? ""
              : String.format(
                  Locale.ROOT, "#%d: %s", place.image(), Numbers.brief(view.activation()));
      tiles.add(new Tile(picture.apply(view), label, view.activation() <= 0));
    }
    return new Panel(
        String.format(
            Locale.ROOT,
            "%s %d: %s",
            layer.places() > 1 ? "Channel" : "Unit",
            channels.get(index),
            title),
        scale.perTile() ? "" : "image number: activation",
        shape,
        tiles,
        Panel.columnsFor(tiles.size()),
        scale,
        DEAD);
  }

  /**
   * The arrays of {@code results.npz}, with K channels, N images of each and patches of C×H×W:
   * channels [K], images, rows, columns [K, N] int32, preactivations and activations [K, N],
   * windows [K, N, 4] int32 (top, left, height, width in the image), patches and for each rule its
   * name [K, N, C, H, W].
   */
  public Map<String, NpyArray> arrays() {
    int[] picture = {shape.channels(), shape.height(), shape.width()};
    ArrayTable<View> table =
        new ArrayTable<>("", all(), channels.size(), perChannel())
            .put("channels", channels)
            .ints("images", view -> view.place().image())
            .ints("rows", view -> view.place().row())
            .ints("columns", view -> view.place().column())
            .floats("preactivations", view -> view.place().preactivation())
            .floats("activations", View::activation)
            .intRows("windows", Projections::window)
            .rows("patches", View::patch, picture);
    for (int rule = 0; rule < rules.size(); rule++) {
      int number = rule;
      String name = EnumWord.of(rules.get(rule));
      table.rows(name, view -> view.projections().get(number), picture);
    }
    return table.arrays();
  }

  private List<View> all() {
    return views.stream().flatMap(List::stream).toList();
  }

  private int perChannel() {
    return views.get(0).size();
  }

  private static int[] window(View view) {
    var window = view.window();
    return new int[] {window.top(), window.left(), window.height(), window.width()};
  }

  /**
   * A table with a line for every view.
   *
   * @param names of images, by index
   */
  public String table(IntFunction<String> names) {
    CsvTable table =
        new CsvTable(
            "channel",
            "rank",
            "image",
            "name",
            "row",
            "column",
            "preactivation",
            "activation",
            "top",
            "left",
            "height",
            "width");
    for (List<View> some : views) {
      for (int rank = 1; rank <= some.size(); rank++) {
        View view = some.get(rank - 1);
        StrongestPlace place = view.place();
        table.row(
            place.channel(),
            rank,
            place.image(),
            names.apply(place.image()),
            place.row(),
            place.column(),
            place.preactivation(),
            view.activation(),
            view.window().top(),
            view.window().left(),
            view.window().height(),
            view.window().width());
      }
    }
    return table.toString();
  }
}
