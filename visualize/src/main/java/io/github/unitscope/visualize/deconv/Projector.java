package io.github.unitscope.visualize.deconv;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Projects single activations of a layer down to the image: one activation is kept, all others of
 * the layer are zero, and the signal goes back through the layers. At a max pooling it goes to the
 * place that was the maximum on this image (the recorded switch); at a rectified unit a {@link
 * RectifierRule} decides; through filters it goes transposed.
 *
 * <p>With {@link RectifierRule#DECONVNET} the signal begins as the activation itself (Zeiler and
 * Fergus 2013, section 2.1). With the other rules it begins as 1 at the pre-activation, so that
 * {@link RectifierRule#GRADIENT} gives the derivative of the pre-activation with respect to each
 * pixel: that of the activation is the same where a unit is linear, and would be zero where it is
 * saturated (ReLU6, sigmoid), which the strongest are.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Projector implements AutoCloseable {
  private final Pass pass;
  private final Readout activations;
  private final Readout preactivations;
  private final int row;
  private final int units;

  /**
   * An activation and its projections.
   *
   * @param activation of the unit on the image
   * @param projections [rules][inputs]
   */
  public record Projected(float activation, List<float[]> projections) {
    /** Copies the list. */
    public Projected {
      projections = List.copyOf(projections);
    }
  }

  /**
   * @param network to look at
   * @param layer whose activations are projected
   */
  @SuppressWarnings("MustBeClosedChecker") // close() closes it.
  @MustBeClosed
  public Projector(Network network, Layer layer) {
    this.activations = new Readout(layer.index(), Quantity.ACTIVATION);
    this.preactivations = new Readout(layer.index(), Quantity.PREACTIVATION);
    this.pass = network.newPass(Set.of(activations, preactivations), 1);
    this.row = pass.usableRows()[0];
    this.units = layer.units();
    pass.select(new int[] {row});
  }

  /**
   * Checks that a rule can be used.
   *
   * @throws InvalidInputException if the network has no rectified units to which it applies
   */
  public void require(RectifierRule rule) {
    pass.setRectifierRule(rule);
  }

  /**
   * Projects one activation by several rules.
   *
   * @param image [inputs]
   * @param unit of the layer
   * @throws InvalidInputException as {@link #require} does
   */
  public Projected project(float[] image, int unit, List<RectifierRule> rules) {
    pass.input().writeRow(row, image);
    pass.forward();
    float activation = pass.output(activations).get(row, unit);
    float[] signal = new float[units];
    List<float[]> projections = new ArrayList<>();
    for (RectifierRule rule : rules) {
      signal[unit] = rule == RectifierRule.DECONVNET ? activation : 1;
      pass.setRectifierRule(rule);
      pass.gradient(preactivations).writeRow(row, signal);
      float[] projection = new float[image.length];
      pass.backward().readRow(row, projection);
      projections.add(projection);
    }
    return new Projected(activation, projections);
  }

  /** Gives the memory of its pass back. */
  @Override
  public void close() {
    pass.close();
  }
}
