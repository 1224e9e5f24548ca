package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.operation.Addition;
import io.github.unitscope.convnet.operation.GlobalPooling;
import io.github.unitscope.convnet.operation.Identity;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Map;

/** The table of layers that can be imported: a kind's name in Keras, and what becomes of it. */
final class LayerKinds {
  /** Why models within models are refused. */
  static final String NESTED = "it is a model within the model, which is not supported";

  /** What does nothing at inference. */
  private static final LayerKind IDENTITY = call -> call.add(Identity.OF_INPUT, null);

  private static final Map<String, LayerKind> KINDS =
      Map.ofEntries(
          Map.entry("Conv2D", ConvolutionLayers::convolution),
          Map.entry("DepthwiseConv2D", ConvolutionLayers::depthwise),
          Map.entry("SeparableConv2D", ConvolutionLayers::separable),
          Map.entry("Dense", ConvolutionLayers::dense),
          Map.entry("MaxPooling2D", PoolingLayers::maximum),
          Map.entry("AveragePooling2D", PoolingLayers::average),
          Map.entry("GlobalMaxPooling2D", call -> PoolingLayers.all(call, GlobalPooling.MAXIMUM)),
          Map.entry(
              "GlobalAveragePooling2D", call -> PoolingLayers.all(call, GlobalPooling.AVERAGE)),
          Map.entry("BatchNormalization", ScalingLayers::batchNormalization),
          Map.entry("Rescaling", ScalingLayers::rescaling),
          Map.entry("Activation", ActivationLayers::activation),
          Map.entry("ReLU", ActivationLayers::rectifier),
          Map.entry("LeakyReLU", ActivationLayers::leakyRectifier),
          Map.entry("ELU", ActivationLayers::elu),
          Map.entry("Softmax", ActivationLayers::softmax),
          Map.entry("Add", call -> call.merge(Addition.OF_ALL)),
          Map.entry("Concatenate", ShapeLayers::concatenate),
          Map.entry("Flatten", ShapeLayers::flatten),
          Map.entry("Reshape", ShapeLayers::reshape),
          Map.entry("ZeroPadding2D", ShapeLayers::zeroPadding),
          Map.entry("Dropout", IDENTITY),
          Map.entry("SpatialDropout2D", IDENTITY),
          Map.entry("AlphaDropout", IDENTITY),
          Map.entry("GaussianDropout", IDENTITY),
          Map.entry("GaussianNoise", IDENTITY),
          Map.entry("ActivityRegularization", IDENTITY),
          Map.entry("RandomFlip", IDENTITY),
          Map.entry("RandomRotation", IDENTITY),
          Map.entry("RandomTranslation", IDENTITY),
          Map.entry("RandomZoom", IDENTITY),
          Map.entry("RandomContrast", IDENTITY),
          Map.entry("RandomBrightness", IDENTITY));

  private LayerKinds() {}

  /**
   * What becomes of a kind of layers.
   *
   * @throws InvalidInputException if it is not known
   */
  static LayerKind of(String kind) {
    LayerKind known = KINDS.get(kind);
    if (known == null) {
      throw new InvalidInputException(
          KerasArchitecture.isModel(kind) ? NESTED : "unsupported layer kind '" + kind + "'");
    }
    return known;
  }
}
