package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.visualize.UnitResponses;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.StopReason;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the ascents of a part found, a row for each: all restarts of the first unit, then of the
 * next.
 *
 * @param images [rows][inputs]
 * @param values [rows] of what is maximized
 * @param preactivations [rows] of the unit
 * @param activations [rows] of the unit
 * @param residuals [rows]
 * @param steps [rows]
 * @param stopReasons [rows], ordinals of {@link StopReason}
 */
record Ascents(
    float[][] images,
    double[] values,
    double[] preactivations,
    double[] activations,
    double[] residuals,
    int[] steps,
    byte[] stopReasons) {

  static Ascents of(Network network, Part part, List<Maximum> maxima) {
    int restarts = maxima.size() / part.units().size();
    int[] units = new int[maxima.size()];
    byte[] reasons = new byte[maxima.size()];
    for (int i = 0; i < units.length; i++) {
      units[i] = part.units().get(i / restarts);
      reasons[i] = (byte) maxima.get(i).reason().ordinal();
    }
    float[][] images = maxima.stream().map(Maximum::image).toArray(float[][]::new);
    UnitResponses responses = UnitResponses.of(network, images, part.choice(network), units);
    return new Ascents(
        images,
        maxima.stream().mapToDouble(Maximum::value).toArray(),
        responses.preactivations(),
        responses.activations(),
        maxima.stream().mapToDouble(Maximum::residual).toArray(),
        maxima.stream().mapToInt(Maximum::steps).toArray(),
        reasons);
  }

  /** Which ascents ended as they were meant to, {@link StopReason#isSettled}: [rows]. */
  boolean[] settled() {
    StopReason[] reasons = StopReason.values();
    boolean[] settled = new boolean[stopReasons.length];
    for (int i = 0; i < settled.length; i++) {
      int reason = Byte.toUnsignedInt(stopReasons[i]);
      settled[i] = reason < reasons.length && reasons[reason].isSettled();
    }
    return settled;
  }

  /** The rows from {@code from} (inclusive) to {@code to} (exclusive) of the images. */
  float[][] images(int from, int to) {
    return Arrays.copyOfRange(images, from, to);
  }

  /** The same numbers, to be kept while the images of other parts are read. */
  Ascents withoutImages() {
    return new Ascents(
        new float[0][], values, preactivations, activations, residuals, steps, stopReasons);
  }

  Map<String, NpyArray> arrays() {
    int rows = values.length;
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("images", NpyArray.ofRows(images));
    arrays.put("values", NpyArray.of(values, rows));
    arrays.put("preactivations", NpyArray.of(preactivations, rows));
    arrays.put("activations", NpyArray.of(activations, rows));
    arrays.put("residuals", NpyArray.of(residuals, rows));
    arrays.put("steps", NpyArray.of(steps, rows));
    arrays.put("stopReasons", NpyArray.of(stopReasons, rows));
    return arrays;
  }

  /**
   * Reads what {@link #arrays} gave.
   *
   * @throws io.github.unitscope.network.message.InvalidInputException if an array is damaged or
   *     does not fit
   */
  static Ascents read(NpzReader npz, int rows, int inputs) {
    return new Ascents(
        npz.get("images", NpyType.FLOAT32, rows, inputs).rows(),
        npz.get("values", NpyType.FLOAT64, rows).doubles(),
        npz.get("preactivations", NpyType.FLOAT64, rows).doubles(),
        npz.get("activations", NpyType.FLOAT64, rows).doubles(),
        npz.get("residuals", NpyType.FLOAT64, rows).doubles(),
        npz.get("steps", NpyType.INT32, rows).ints(),
        npz.get("stopReasons", NpyType.UINT8, rows).bytes());
  }
}
