package io.github.unitscope.convnet.operation;

import java.util.stream.IntStream;

/**
 * An axis cut into phases: phase {@code p} has the places p, p + stride, ... of the input. A window
 * that moves in strides moves over a phase place by place: the output's place {@code o} sees, at
 * number {@code k} of the kernel, place {@code o + shift(k)} of {@code phase(k)}.
 *
 * @param axis how the window moves
 * @param before how many places of a phase lie before the input, all padding
 * @param length places of a phase, as many as the window sees
 */
record PhasedAxis(Axis axis, int before, int length) {

  static PhasedAxis of(Axis axis, int kernel) {
    // Numbers of the kernel that never meet the input may lie far outside.
    int[] shifts =
        IntStream.range(0, kernel)
            .filter(k -> sees(axis, k))
            .map(k -> Math.floorDiv(axis.at(0, k), axis.stride()))
            .toArray();
    int least = Math.min(0, IntStream.of(shifts).min().orElse(0));
    int most = IntStream.of(shifts).max().orElse(0);
    return new PhasedAxis(axis, -least, axis.output() + Math.max(0, most) - least);
  }

  private static boolean sees(Axis axis, int kernel) {
    return axis.first(kernel) < axis.end(kernel);
  }

  /** Whether a number of the kernel ever meets the input. */
  boolean sees(int kernel) {
    return sees(axis, kernel);
  }

  int phase(int kernel) {
    return Math.floorMod(axis.at(0, kernel), axis.stride());
  }

  int shift(int kernel) {
    return Math.floorDiv(axis.at(0, kernel), axis.stride()) + before;
  }

  /** How many places of a phase lie in the input, from {@link #before} on. */
  int inside(int phase) {
    int all = Math.floorDiv(axis.input() - 1 - phase, axis.stride()) + 1;
    return Math.max(0, Math.min(length - before, all));
  }
}
