package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.convnet.operation.Concatenation;
import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Reshape;
import io.github.unitscope.convnet.operation.ZeroPadding;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Arrays;

/** Layers that put values elsewhere. */
final class ShapeLayers {
  private ShapeLayers() {}

  /** Whether a kind of layers, in a stack, is part of the layer above it. */
  static boolean isPartOfNext(String kind) {
    return kind.equals("Flatten") || kind.equals("Reshape");
  }

  /** Values in the order of memory, unless the layer is told that it has channels first. */
  static KerasTensor flatten(LayerCall call) {
    KerasTensor input = call.input();
    ChannelOrder order = input.order();
    if (input.isImage()
        && call.dataFormat(ChannelOrder.CHANNELS_LAST) == ChannelOrder.CHANNELS_FIRST) {
      if (order != ChannelOrder.CHANNELS_FIRST) {
        throw new InvalidInputException(
            "it flattens channels_first where the layer before it gives channels_last");
      }
      // Keras then moves the channels to the end first.
      order = ChannelOrder.CHANNELS_LAST;
    }
    return call.add(Reshape.flatten(order), null).vector();
  }

  static KerasTensor reshape(LayerCall call) {
    KerasTensor input = call.input();
    int[] target = complete(call.config().wholes("target_shape"), input.shape().size());
    if (target.length == 1) {
      return call.add(Reshape.flatten(input.order()), null).vector();
    }
    if (target.length != 3) {
      throw new InvalidInputException(
          "it gives "
              + target.length
              + " axes where 1 or 3 are needed: "
              + Arrays.toString(target));
    }
    ImageShape shape =
        input.order() == ChannelOrder.CHANNELS_LAST
            ? new ImageShape(target[2], target[0], target[1])
            : new ImageShape(target[0], target[1], target[2]);
    KerasTensor shaped = call.add(new Reshape(shape, input.order()), null);
    return new KerasTensor(shaped.node(), shaped.shape(), 3, input.order());
  }

  /** Fills in the one size that may be left open as -1. */
  private static int[] complete(int[] target, int values) {
    int open = -1;
    long product = 1;
    for (int i = 0; i < target.length; i++) {
      if (target[i] == -1 && open < 0) {
        open = i;
      } else {
        product = target[i] < 1 ? 0 : Math.multiplyExact(product, target[i]);
      }
    }
    long missing = product == 0 ? 0 : values / product;
    if (product == 0 || product * (open < 0 ? 1 : missing) != values) {
      throw new InvalidInputException(
          "its target_shape " + Arrays.toString(target) + " does not hold " + values + " values");
    }
    int[] complete = target.clone();
    if (open >= 0) {
      complete[open] = (int) missing;
    }
    return complete;
  }

  static KerasTensor concatenate(LayerCall call) {
    if (call.inputs().isEmpty()) {
      throw new InvalidInputException("it has no inputs");
    }
    KerasTensor first = call.inputs().get(0);
    boolean alike =
        call.inputs().stream()
            .allMatch(input -> input.axes() == first.axes() && input.order() == first.order());
    int axis = call.config().whole("axis", -1);
    if (!alike || first.axis(axis) != KerasTensor.Axis.CHANNELS) {
      throw new InvalidInputException(
          "it joins its inputs along axis " + axis + ", which is not the channels of all");
    }
    return call.merge(Concatenation.OF_CHANNELS);
  }

  /** [[top, bottom], [left, right]], [rows, columns] or one number. */
  static KerasTensor zeroPadding(LayerCall call) {
    KerasTensor image = call.image();
    int[][] sides = call.config().sides("padding", 1);
    Padding padding = new Padding(false, sides[0][0], sides[0][1], sides[1][0], sides[1][1]);
    return call.add(image, new ZeroPadding(padding), null);
  }
}
