package io.github.unitscope.experiments.gallery;

import io.github.unitscope.experiments.output.ArrayTable;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.storage.NpyArray;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The arrays of {@code results.npz}; those of a layer have names like {@code layer2.bestValue}. U
 * is the number of units; docs/files.md documents each.
 *
 * <p>The pictures are in the sprite sheets, as people look at them. Of the images themselves only
 * the best ones are here, and these only up to {@link #MOST_BYTES} for all layers: a gallery is to
 * be passed on. {@code maximize}, {@code sample} and {@code combine} with the same seed give all of
 * them, to the bit.
 */
final class GalleryArrays {
  /** 4,000 images of 28 × 28 pixels and more. */
  private static final long MOST_BYTES = 12L << 20;

  private GalleryArrays() {}

  /** Whether the best images are few and small enough. */
  static boolean holdsImages(Network network, GallerySettings settings) {
    long units = settings.layers().stream().mapToLong(layer -> layer.units().size()).sum();
    return units * network.inputShape().size() * Float.BYTES <= MOST_BYTES;
  }

  /**
   * units [U] int32, every statistic [U] float64, restarts [U, R] float64 (values, best first),
   * histogramLow, histogramHigh [U] float64, histogramCounts [U, bins] int32, topImages,
   * bottomImages, rangeImages [U, K] int32 (−1 where there are fewer), images [U, inputs] float32.
   */
  static Map<String, NpyArray> of(LayerWork work, LayerResults results, boolean withImages) {
    String prefix = String.format(Locale.ROOT, "layer%d.", work.layer());
    LayerPage.Histograms histograms = results.histograms;
    ArrayTable<Integer> table =
        new ArrayTable<>(prefix, work.units(), work.units().size()).put("units", work.units());
    results.columns.byKey().forEach((key, values) -> table.put(key, doubles(values)));
    double[][] restarts = results.views.get(ViewKind.RESTARTS.key()).values();
    double[] flat = Arrays.stream(restarts).flatMapToDouble(Arrays::stream).toArray();
    table
        .put("restarts", NpyArray.of(flat, restarts.length, restarts[0].length))
        .put("histogramLow", doubles(histograms.low()))
        .put("histogramHigh", doubles(histograms.high()))
        .put("histogramCounts", padded(histograms.counts(), GallerySettings.BINS));
    for (ViewKind view : new ViewKind[] {ViewKind.TOP, ViewKind.BOTTOM, ViewKind.RANGE}) {
      int[][] images = results.views.get(view.key()).images();
      table.put(view.key() + "Images", padded(images, work.settings().examples()));
    }
    if (withImages) {
      table.put("images", NpyArray.ofRows(results.best));
    }
    return table.arrays();
  }

  private static NpyArray doubles(double[] values) {
    return NpyArray.of(values, values.length);
  }

  private static NpyArray padded(int[][] rows, int columns) {
    int[] values = new int[rows.length * columns];
    Arrays.fill(values, -1);
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, values, row * columns, rows[row].length);
    }
    return NpyArray.of(values, rows.length, columns);
  }
}
