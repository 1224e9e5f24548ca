package io.github.unitscope.visualize.select;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import java.util.Arrays;
import java.util.Set;

/**
 * How a unit responds to images.
 *
 * @param preactivations [images]
 * @param activations [images]
 */
public record UnitResponses(double[] preactivations, double[] activations) {

  /**
   * Shows images to a network and reads one unit for each.
   *
   * @param images [images][inputs]
   * @param layer from 1
   * @param units [images], the unit to read for every image; the channel where units have places
   */
  public static UnitResponses of(Network network, float[][] images, int layer, int[] units) {
    return of(network, images, UnitSelector.of(network.layer(layer)), units);
  }

  /**
   * Shows images to a network and reads one unit or channel for each.
   *
   * @param images [images][inputs]
   * @param choice what the numbers of units mean
   * @param units [images], the number to read for every image
   */
  public static UnitResponses of(
      Network network, float[][] images, UnitSelector choice, int[] units) {
    int layer = choice.layer().index();
    Readout preactivation = new Readout(layer, Quantity.PREACTIVATION);
    Readout activation = new Readout(layer, Quantity.ACTIVATION);
    UnitResponses responses =
        new UnitResponses(new double[images.length], new double[images.length]);
    if (images.length == 0) {
      return responses;
    }
    try (Pass pass = network.newPass(Set.of(preactivation, activation))) {
      int[] rows = pass.usableRows();
      for (int from = 0; from < images.length; from += rows.length) {
        int count = Math.min(rows.length, images.length - from);
        pass.select(Arrays.copyOf(rows, count));
        for (int i = 0; i < count; i++) {
          pass.input().writeRow(rows[i], images[from + i]);
        }
        pass.forward();
        for (int i = 0; i < count; i++) {
          int unit = units[from + i];
          responses.preactivations[from + i] =
              choice.objective(unit, Quantity.PREACTIVATION).value(pass, rows[i]);
          responses.activations[from + i] =
              choice.objective(unit, Quantity.ACTIVATION).value(pass, rows[i]);
        }
      }
    }
    return responses;
  }
}
