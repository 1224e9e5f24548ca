package io.github.unitscope.experiments.gallery;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.storage.NpyArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
    int units = work.units().size();
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    int[] numbers = work.units().stream().mapToInt(Integer::intValue).toArray();
    arrays.put(prefix + "units", NpyArray.of(numbers, units));
    results
        .columns
        .byKey()
        .forEach((key, values) -> arrays.put(prefix + key, NpyArray.of(values, units)));
    double[][] restarts = results.views.get(ViewKind.RESTARTS.key()).values();
    double[] flat = Arrays.stream(restarts).flatMapToDouble(Arrays::stream).toArray();
    arrays.put(prefix + "restarts", NpyArray.of(flat, units, restarts[0].length));
    LayerPage.Histograms histograms = results.histograms;
    arrays.put(prefix + "histogramLow", NpyArray.of(histograms.low(), units));
    arrays.put(prefix + "histogramHigh", NpyArray.of(histograms.high(), units));
    arrays.put(prefix + "histogramCounts", padded(histograms.counts(), GallerySettings.BINS));
    for (ViewKind view : new ViewKind[] {ViewKind.TOP, ViewKind.BOTTOM, ViewKind.RANGE}) {
      int[][] images = results.views.get(view.key()).images();
      arrays.put(prefix + view.key() + "Images", padded(images, work.settings().examples()));
    }
    if (withImages) {
      arrays.put(prefix + "images", NpyArray.ofRows(results.best));
    }
    return arrays;
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
