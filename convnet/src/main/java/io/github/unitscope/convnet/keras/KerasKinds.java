package io.github.unitscope.convnet.keras;

import java.util.Set;

/** Which kinds of Keras layers become operations of ours. */
final class KerasKinds {
  private static final Set<String> KNOWN =
      Set.of(
          "InputLayer",
          "Conv2D",
          "DepthwiseConv2D",
          "SeparableConv2D",
          "Dense",
          "MaxPooling2D",
          "AveragePooling2D",
          "GlobalMaxPooling2D",
          "GlobalAveragePooling2D",
          "BatchNormalization",
          "Activation",
          "ReLU",
          "LeakyReLU",
          "Softmax",
          "Add",
          "Concatenate",
          "Flatten",
          "Reshape",
          "Dropout",
          "ZeroPadding2D");

  private KerasKinds() {}

  static boolean isKnown(String kind) {
    return KNOWN.contains(kind);
  }
}
