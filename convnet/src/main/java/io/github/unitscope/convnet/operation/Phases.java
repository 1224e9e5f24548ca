package io.github.unitscope.convnet.operation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The planes of one channel while a window moves over it: the input in phases, with zeros around
 * them where the window looks beyond it, and the output in rows as long as those of the phases. So
 * a number of the kernel sees, for place i of the output, place i + offset of its phase, whatever i
 * is: a convolution is a sum of shifted arrays, in long loops that become vector instructions, and
 * not in one short loop for every row.
 */
final class Phases {
  private final PhasedAxis rows;
  private final PhasedAxis columns;

  /** By phase of the rows, then of the columns; zeros beyond the plane. */
  private final float[][] input;

  /** With respect to {@code input}; anything beyond the plane. */
  private final float[][] inputGradient;

  /** What the window gives; between the rows anything. */
  private final float[] output;

  /** A gradient with respect to the output; zeros before, after and between the rows. */
  private final float[] gradient;

  private final int margin;

  /** For every phase, the numbers of the kernel that see it, in ascending order. */
  private final int[][] seers;

  private final int[] seeing;
  private final int[] phase;
  private final int[] offset;
  private final ShiftedSum sum;

  Phases(Window window, Axis rows, Axis columns) {
    this.rows = PhasedAxis.of(rows, window.height());
    this.columns = PhasedAxis.of(columns, window.width());
    int width = window.width();
    this.seeing =
        IntStream.range(0, window.size())
            .filter(k -> this.rows.sees(k / width) && this.columns.sees(k % width))
            .toArray();
    this.phase = new int[window.size()];
    this.offset = new int[window.size()];
    for (int k : seeing) {
      phase[k] = this.rows.phase(k / width) * columns.stride() + this.columns.phase(k % width);
      offset[k] =
          this.rows.shift(k / width) * this.columns.length() + this.columns.shift(k % width);
    }
    int size = this.rows.length() * this.columns.length();
    this.input = new float[rows.stride() * columns.stride()][];
    this.inputGradient = new float[input.length][];
    this.seers = new int[input.length][];
    for (int i = 0; i < input.length; i++) {
      int number = i;
      seers[i] = IntStream.of(seeing).filter(k -> phase[k] == number).toArray();
      input[i] = new float[seers[i].length == 0 ? 0 : size];
      inputGradient[i] = new float[input[i].length];
    }
    this.margin = IntStream.of(seeing).map(k -> offset[k]).max().orElse(0);
    this.output = new float[(rows.output() - 1) * this.columns.length() + columns.output()];
    this.gradient = new float[margin + size];
    this.sum = new ShiftedSum(size);
  }

  /** Takes a plane of the input. */
  void split(float[] plane) {
    for (int i = 0; i < input.length; i++) {
      if (seers[i].length > 0) {
        forEachRow(i, plane, input[i], true);
      }
    }
  }

  /** Sets a plane to the gradient with respect to the input; to zero what no window sees. */
  void join(float[] plane) {
    Arrays.fill(plane, 0);
    for (int i = 0; i < input.length; i++) {
      if (seers[i].length > 0) {
        forEachRow(i, plane, inputGradient[i], false);
      }
    }
  }

  private void forEachRow(int number, float[] plane, float[] phased, boolean splits) {
    int stride = columns.axis().stride();
    int rowPhase = number / stride;
    int count = columns.inside(number % stride);
    int height = rows.inside(rowPhase);
    int whole = rowPhase * columns.axis().input() + number % stride;
    int part = rows.before() * columns.length() + columns.before();
    int step = rows.axis().stride() * columns.axis().input();
    for (int y = 0; y < height; y++, whole += step, part += columns.length()) {
      if (splits) {
        gather(plane, whole, stride, phased, part, count);
      } else {
        spread(phased, part, plane, whole, stride, count);
      }
    }
  }

  private static void gather(
      float[] plane, int from, int stride, float[] phased, int to, int count) {
    if (stride == 1) {
      System.arraycopy(plane, from, phased, to, count);
      return;
    }
    for (int x = 0; x < count; x++) {
      phased[to + x] = plane[from + x * stride];
    }
  }

  private static void spread(
      float[] phased, int from, float[] plane, int to, int stride, int count) {
    if (stride == 1) {
      System.arraycopy(phased, from, plane, to, count);
      return;
    }
    for (int x = 0; x < count; x++) {
      plane[to + x * stride] = phased[from + x];
    }
  }

  /** What the window gives for the input that was taken: bias + Σ_k kernel_k · seen_k. */
  void correlate(float[] kernel, float bias, float[] plane) {
    Arrays.fill(output, bias);
    for (int k : seeing) {
      sum.add(output, output.length, kernel[k], input[phase[k]], offset[k]);
    }
    sum.finish(output, output.length);
    rowsOfOutput(output, 0, plane);
  }

  /** What one number of the kernel sees. */
  void read(int k, float[] plane) {
    if (!sees(k)) {
      Arrays.fill(plane, 0);
      return;
    }
    rowsOfOutput(input[phase[k]], offset[k], plane);
  }

  private boolean sees(int k) {
    return Arrays.binarySearch(seeing, k) >= 0;
  }

  private void rowsOfOutput(float[] values, int from, float[] plane) {
    int width = columns.axis().output();
    for (int y = 0; y < rows.axis().output(); y++) {
      System.arraycopy(values, from + y * columns.length(), plane, y * width, width);
    }
  }

  /** Sets the gradient with respect to the input to zero. */
  void clear() {
    for (float[] plane : inputGradient) {
      Arrays.fill(plane, 0);
    }
  }

  /** Adds to it what goes back through the kernel from a plane of the output. */
  void spread(float[] kernel, float[] plane) {
    takeGradient(plane);
    for (int i = 0; i < inputGradient.length; i++) {
      for (int k : seers[i]) {
        sum.add(inputGradient[i], inputGradient[i].length, kernel[k], gradient, margin - offset[k]);
      }
      sum.finish(inputGradient[i], inputGradient[i].length);
    }
  }

  /** Adds to it what goes back to where one number of the kernel sees it. */
  void spread(int k, float[] plane) {
    if (sees(k)) {
      takeGradient(plane);
      float[] seen = inputGradient[phase[k]];
      sum.add(seen, seen.length, 1, gradient, margin - offset[k]);
      sum.finish(seen, seen.length);
    }
  }

  private void takeGradient(float[] plane) {
    int width = columns.axis().output();
    for (int y = 0; y < rows.axis().output(); y++) {
      System.arraycopy(plane, y * width, gradient, margin + y * columns.length(), width);
    }
  }
}
