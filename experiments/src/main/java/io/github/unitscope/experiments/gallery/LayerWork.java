package io.github.unitscope.experiments.gallery;

import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.UnitResponses;
import io.github.unitscope.visualize.maximize.UnitChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The work on one layer.
 *
 * @param choice what the numbers of units mean
 * @param units from 0, ascending
 */
record LayerWork(
    Subject subject,
    GallerySettings settings,
    UnitChoice choice,
    List<Integer> units,
    Seed seed,
    RunFolder folder,
    Workers workers,
    Terminal terminal) {
  /** How many bytes of images are held at once, where a unit has no more. */
  private static final long BYTES_AT_ONCE = 256L << 20;

  Network network() {
    return subject.network();
  }

  int layer() {
    return choice.layer().index();
  }

  /**
   * How many units to look at at once.
   *
   * @param images of each that are in memory then
   */
  int unitsAtOnce(int images) {
    long bytes = (long) Float.BYTES * images * network().inputShape().size();
    return (int) Math.max(1, Math.min(units.size(), BYTES_AT_ONCE / bytes));
  }

  /** A sheet for as many pictures of every unit. */
  SheetWriter sheet(ViewKind view, ImageShape image, int perUnit, int longestSide) {
    String name = String.format(Locale.ROOT, "layer-%d-%s", layer(), view.key());
    return new SheetWriter(folder, name, image, units.size() * perUnit, longestSide);
  }

  /** A sheet for as many images of the network's input of every unit. */
  SheetWriter sheet(ViewKind view, int perUnit) {
    return sheet(view, network().inputShape(), perUnit, settings.tile());
  }

  /**
   * How units respond to pictures of their own.
   *
   * @param some numbers of units
   * @param images as many of each, those of the first unit first
   */
  UnitResponses responses(List<Integer> some, float[][] images) {
    int perUnit = images.length / some.size();
    int[] subjects = new int[images.length];
    Arrays.setAll(subjects, i -> some.get(i / perUnit));
    return UnitResponses.of(network(), images, choice, subjects);
  }

  /** The values of what is maximized. */
  double[] values(UnitResponses responses) {
    return settings.quantity() == Quantity.PREACTIVATION
        ? responses.preactivations()
        : responses.activations();
  }

  /** What is maximized, for people. */
  String quantity() {
    return settings.quantity() == Quantity.PREACTIVATION ? "pre-activation" : "activation";
  }
}
