package io.github.unitscope.visualize.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that are watched while pictures are sampled: the sum of the pixels, and the positions
 * along the directions in which the samples differ most, their first principal components. Where
 * chains sit in different modes, digits of different classes for example, these directions lie
 * between the modes.
 */
final class PrincipalTraces {
  private static final int COMPONENTS = 3;
  private static final int ITERATIONS = 30;

  /**
   * A component with less than this part of the squares of all pixels is made of rounding errors.
   */
  private static final double ROUNDING = 1e-6;

  private final float[][] samples;
  private final double[] mean;
  private final List<double[]> components = new ArrayList<>();

  private PrincipalTraces(float[][] samples) {
    this.samples = samples;
    this.mean = new double[samples[0].length];
    for (float[] sample : samples) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += sample[i] / (double) samples.length;
      }
    }
  }

  /**
   * The traces.
   *
   * @param samples [samples][inputs]
   * @return [traces][samples], fewer where the samples do not differ in so many directions
   */
  static List<double[]> of(float[][] samples) {
    return new PrincipalTraces(samples).traces();
  }

  private List<double[]> traces() {
    double least = ROUNDING * sumOfSquares();
    for (int component = 0; component < COMPONENTS && addComponent(component, least); component++) {
      // The next one, orthogonal to those that are there.
    }
    List<double[]> traces = new ArrayList<>(components);
    traces.add(brightness());
    return traces;
  }

  /**
   * By power iteration on the positions of the samples along the component, which are needed up to
   * a factor only.
   *
   * @return whether there is one
   */
  private boolean addComponent(int index, double least) {
    double[] positions = new double[samples.length];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = Math.cos((index + 1.0) * i + 1);
    }
    double eigenvalue = 0;
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      components.forEach(found -> add(-dot(found, positions), found, positions));
      double[] next = along(direction(positions));
      components.forEach(found -> add(-dot(found, next), found, next));
      eigenvalue = Math.sqrt(dot(next, next));
      if (eigenvalue <= least) {
        return false;
      }
      for (int i = 0; i < next.length; i++) {
        positions[i] = next[i] / eigenvalue;
      }
    }
    components.add(positions);
    return true;
  }

  /** The sum of the samples without their mean, weighted by the positions. */
  private double[] direction(double[] positions) {
    double[] direction = new double[mean.length];
    int sample = 0;
    for (; sample + 3 < positions.length; sample += 4) {
      addFour(sample, positions, direction);
    }
    for (; sample < positions.length; sample++) {
      float[] a = samples[sample];
      double p = positions[sample];
      for (int i = 0; i < direction.length; i++) {
        direction[i] += p * (a[i] - mean[i]);
      }
    }
    return direction;
  }

  /** In the order of the samples, like one after the other, but with a fourth of the memory. */
  private void addFour(int first, double[] positions, double[] direction) {
    float[] a = samples[first];
    float[] b = samples[first + 1];
    float[] c = samples[first + 2];
    float[] d = samples[first + 3];
    double p = positions[first];
    double q = positions[first + 1];
    double r = positions[first + 2];
    double s = positions[first + 3];
    for (int i = 0; i < direction.length; i++) {
      double m = mean[i];
      double sum = direction[i] + p * (a[i] - m);
      sum += q * (b[i] - m);
      sum += r * (c[i] - m);
      direction[i] = sum + s * (d[i] - m);
    }
  }

  private double[] along(double[] direction) {
    double[] positions = new double[samples.length];
    int sample = 0;
    for (; sample + 3 < positions.length; sample += 4) {
      projectFour(sample, direction, positions);
    }
    for (; sample < positions.length; sample++) {
      float[] a = samples[sample];
      double sum = 0;
      for (int i = 0; i < direction.length; i++) {
        sum += direction[i] * (a[i] - mean[i]);
      }
      positions[sample] = sum;
    }
    return positions;
  }

  /** Four sums at once: one alone waits for each of its additions. */
  private void projectFour(int first, double[] direction, double[] positions) {
    float[] a = samples[first];
    float[] b = samples[first + 1];
    float[] c = samples[first + 2];
    float[] d = samples[first + 3];
    double p = 0;
    double q = 0;
    double r = 0;
    double s = 0;
    for (int i = 0; i < direction.length; i++) {
      double m = mean[i];
      double v = direction[i];
      p += v * (a[i] - m);
      q += v * (b[i] - m);
      r += v * (c[i] - m);
      s += v * (d[i] - m);
    }
    positions[first] = p;
    positions[first + 1] = q;
    positions[first + 2] = r;
    positions[first + 3] = s;
  }

  private static void add(double factor, double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * from[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private double sumOfSquares() {
    double sum = 0;
    for (float[] sample : samples) {
      for (float pixel : sample) {
        sum += (double) pixel * pixel;
      }
    }
    return sum;
  }

  private double[] brightness() {
    double[] sums = new double[samples.length];
    for (int i = 0; i < sums.length; i++) {
      for (float pixel : samples[i]) {
        sums[i] += pixel;
      }
    }
    return sums;
  }
}
