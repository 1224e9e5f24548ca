package io.github.unitscope.convnet.operation;

/**
 * How a window moves along one axis: place {@code o} of the output sees, at number {@code k} of the
 * kernel, place {@code o · stride + k · dilation − before} of the input.
 *
 * @param input places of the input
 * @param output places of the output
 * @param stride places from one window to the next
 * @param dilation places from one number of the kernel to the next
 * @param before how much padding lies before the input
 */
record Axis(int input, int output, int stride, int dilation, int before) {

  static Axis of(
      int input, int kernel, int stride, int dilation, boolean same, int pad, int after) {
    int extent = (kernel - 1) * dilation + 1;
    if (same) {
      int output = (input + stride - 1) / stride;
      int total = Math.max(0, (output - 1) * stride + extent - input);
      return new Axis(input, output, stride, dilation, total / 2);
    }
    int output = Math.floorDiv(input + pad + after - extent, stride) + 1;
    return new Axis(input, output, stride, dilation, pad);
  }

  /** The place of the input. */
  int at(int output, int kernel) {
    return output * stride + kernel * dilation - before;
  }

  /** The first place of the output that sees the input at a number of the kernel. */
  int first(int kernel) {
    return Math.max(0, Math.floorDiv(before - kernel * dilation + stride - 1, stride));
  }

  /** The place after the last one of the output that sees the input at a number of the kernel. */
  int end(int kernel) {
    return Math.min(output, Math.floorDiv(input - 1 + before - kernel * dilation, stride) + 1);
  }
}
