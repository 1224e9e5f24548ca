package io.github.unitscope.convnet;

import io.github.unitscope.convnet.operation.LocalReceptiveField;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.ReceptiveField;
import java.util.List;

/** Receptive fields through the layers. */
final class ReceptiveFields {
  private static final long LARGEST = 1 << 29;

  private ReceptiveFields() {}

  static ReceptiveField above(
      Operation operation, List<ImageShape> inputs, List<ReceptiveField> below, ImageShape image) {
    LocalReceptiveField local = operation.receptiveField(inputs.get(0));
    if (local == null) {
      return ReceptiveField.whole(image);
    }
    ReceptiveField union = below.get(0);
    for (ReceptiveField field : below) {
      union = union(union, field);
    }
    return new ReceptiveField(
        clamped(union.top() + (long) local.top() * union.rowStride()),
        clamped(union.left() + (long) local.left() * union.columnStride()),
        clamped(union.height() + (local.height() - 1L) * union.rowStride()),
        clamped(union.width() + (local.width() - 1L) * union.columnStride()),
        clamped((long) union.rowStride() * local.rowStride()),
        clamped((long) union.columnStride() * local.columnStride()));
  }

  /** Far beyond any image, and far from overflowing: a model may stride a thousand times. */
  private static int clamped(long value) {
    return (int) Math.max(-LARGEST, Math.min(LARGEST, value));
  }

  private static ReceptiveField union(ReceptiveField a, ReceptiveField b) {
    int top = Math.min(a.top(), b.top());
    int left = Math.min(a.left(), b.left());
    int bottom = Math.max(a.top() + a.height(), b.top() + b.height());
    int right = Math.max(a.left() + a.width(), b.left() + b.width());
    return new ReceptiveField(
        top, left, bottom - top, right - left, a.rowStride(), a.columnStride());
  }
}
