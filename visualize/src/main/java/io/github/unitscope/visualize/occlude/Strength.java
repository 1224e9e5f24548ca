package io.github.unitscope.visualize.occlude;

import io.github.unitscope.network.Layer;

/** What makes a feature map the strongest one on an image. */
public enum Strength {
  /** The sum of its activations, which is what the maps of it show. */
  SUM,
  /** Its greatest pre-activation, which still tells saturated units (ReLU6, sigmoid) apart. */
  MAXIMUM;

  Measure of(Layer layer, int channel) {
    return this == SUM ? Measure.total(layer, channel) : Measure.maximum(layer, channel);
  }
}
