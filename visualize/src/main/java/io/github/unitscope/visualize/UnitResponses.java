package io.github.unitscope.visualize;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
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
   * @param units [images], the unit to read for every image
   */
  public static UnitResponses of(Network network, float[][] images, int layer, int[] units) {
    Readout preactivation = new Readout(layer, Quantity.PREACTIVATION);
    Readout activation = new Readout(layer, Quantity.ACTIVATION);
    Pass pass = network.newPass(Set.of(preactivation, activation));
    int[] rows = pass.usableRows();
    UnitResponses responses =
        new UnitResponses(new double[images.length], new double[images.length]);
    for (int from = 0; from < images.length; from += rows.length) {
      int count = Math.min(rows.length, images.length - from);
      for (int i = 0; i < count; i++) {
        pass.input().writeRow(rows[i], images[from + i]);
      }
      pass.forward();
      for (int i = 0; i < count; i++) {
        int unit = units[from + i];
        responses.preactivations[from + i] = pass.output(preactivation).get(rows[i], unit);
        responses.activations[from + i] = pass.output(activation).get(rows[i], unit);
      }
    }
    return responses;
  }
}
