package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.network.message.InvalidInputException;

/** The windows of convolutions and pools. */
final class Windows {
  private static final int[] ONES = {1, 1};

  private Windows() {}

  static Window ofKernel(LayerConfig config) {
    return of(config, config.pair("kernel_size", ONES), ONES, config.pair("dilation_rate", ONES));
  }

  /** A pool moves by its own size unless it says otherwise. */
  static Window ofPool(LayerConfig config) {
    int[] size = config.pair("pool_size", new int[] {2, 2});
    return of(config, size, size, ONES);
  }

  private static Window of(LayerConfig config, int[] size, int[] usualStrides, int[] dilation) {
    int[] strides = config.pair("strides", usualStrides);
    return new Window(
        size[0], size[1], strides[0], strides[1], dilation[0], dilation[1], padding(config));
  }

  private static Padding padding(LayerConfig config) {
    String padding = config.text("padding", "valid");
    return switch (padding) {
      case "same" -> Padding.SAME;
      case "valid" -> Padding.VALID;
      default ->
          throw new InvalidInputException(
              "unknown padding '" + padding + "'; expected one of same, valid");
    };
  }
}
