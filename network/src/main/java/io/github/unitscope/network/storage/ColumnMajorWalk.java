package io.github.unitscope.network.storage;

/** Visits an array's values with the first dimension fastest, giving their row-major indices. */
final class ColumnMajorWalk {
  private final int[] shape;
  private final int[] strides;
  private final int[] position;
  private int index;

  ColumnMajorWalk(int[] shape) {
    this.shape = shape;
    this.position = new int[shape.length];
    this.strides = new int[shape.length];
    int stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
  }

  /** The row-major index of the value whose turn it is. */
  int next() {
    int current = index;
    for (int axis = 0; axis < shape.length; axis++) {
      index += strides[axis];
      if (++position[axis] < shape[axis]) {
        break;
      }
      index -= strides[axis] * shape[axis];
      position[axis] = 0;
    }
    return current;
  }
}
