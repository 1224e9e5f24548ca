package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.PlaneFourier;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Locale;

/**
 * Only the phases of the Fourier coefficients are moved, their magnitudes are fixed (MACO: Fel et
 * al., <i>Unlocking Feature Visualization for Deeper Networks with MAgnitude Constrained
 * Optimization</i>, 2023): no ascent can gain by contrast or by high frequencies.
 *
 * <p>The image has mean 0 in every channel and standard deviation 1 over all of them; decorrelated
 * colour and a sigmoid may follow. Parameters: for every channel the phases [height, width/2 + 1]
 * in radians, at the start uniform in [−π, π). Those that a real image does not have to itself,
 * since they mirror others or must be 0, move nothing: magnitudes stay what they are to the last
 * bit.
 *
 * @param range of the image; without bounds there is no sigmoid
 * @param decorrelated whether colours are decorrelated, in images of three channels
 * @param spectrum the magnitudes
 */
public record Maco(ImageRange range, boolean decorrelated, Spectrum spectrum)
    implements Parameterization {

  /** With decorrelated colour and the 1/f spectrum of natural images. */
  public Maco(ImageRange range) {
    this(range, true, Spectrum.NATURAL);
  }

  @Override
  public ImageMap on(ImageShape shape) {
    return ChainedMap.finish(
        new PhaseMap(shape, spectrum.magnitudes(shape)), shape, decorrelated, range);
  }

  @Override
  public float[] start(ImageShape shape, Seed seed) {
    int coefficients = new PlaneFourier(shape.height(), shape.width()).coefficients();
    SplitMix64 random = seed.stream();
    float[] phases = new float[shape.channels() * coefficients];
    for (int i = 0; i < phases.length; i++) {
      phases[i] = (float) (Math.PI * (2 * random.nextDouble() - 1));
    }
    return phases;
  }

  @Override
  public boolean staysWithin(ImageRange other) {
    return range.equals(other);
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "phases of a fixed spectrum (%s)%s",
        spectrum.describe(),
        ChainedMap.describe(decorrelated, range));
  }
}
