package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.PlaneFourier;

/** The same 1/f for every channel. */
record NaturalSpectrum() implements Spectrum {

  @Override
  public double[] magnitudes(ImageShape shape) {
    double[] frequencies = new PlaneFourier(shape.height(), shape.width()).frequencies();
    double lowest = 1.0 / Math.max(shape.height(), shape.width());
    double[] magnitudes = new double[shape.channels() * frequencies.length];
    for (int i = 0; i < magnitudes.length; i++) {
      magnitudes[i] = 1 / Math.max(frequencies[i % frequencies.length], lowest);
    }
    return magnitudes;
  }

  @Override
  public String describe() {
    return "1/f";
  }
}
