package io.github.unitscope.convnet.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;

/** What a model says of its images. */
final class ImageInput {
  private ImageInput() {}

  /**
   * The images as the first layer gets them.
   *
   * @param needed the layers that are translated, in any order
   * @throws InvalidInputException if these are no images of a fixed size
   */
  static KerasTensor of(List<KerasLayer> needed) {
    List<String> inputs =
        needed.stream().filter(KerasLayer::isInput).map(KerasLayer::name).toList();
    if (inputs.size() > 1) {
      throw new InvalidInputException("it has the inputs " + inputs + " where one is possible");
    }
    JsonNode shape =
        needed.stream().map(ImageInput::shape).filter(JsonNode::isArray).findFirst().orElse(null);
    if (shape == null) {
      throw new InvalidInputException("it does not say the shape of its input");
    }
    if (shape.size() == 3) {
      ImageShape plane = ImageShape.grey(size(shape, 1), size(shape, 2));
      return new KerasTensor(0, plane, 2, ChannelOrder.CHANNELS_LAST);
    }
    if (shape.size() != 4) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "it takes input of shape %s, which is not an image", shape));
    }
    ChannelOrder order = order(needed);
    ImageShape image =
        order == ChannelOrder.CHANNELS_FIRST
            ? new ImageShape(size(shape, 1), size(shape, 2), size(shape, 3))
            : new ImageShape(size(shape, 3), size(shape, 1), size(shape, 2));
    return new KerasTensor(0, image, 3, order);
  }

  /** Keras 3 has another name for it. */
  private static JsonNode shape(KerasLayer layer) {
    JsonNode config = layer.config().json();
    return config.path(config.has("batch_shape") ? "batch_shape" : "batch_input_shape");
  }

  private static int size(JsonNode shape, int axis) {
    if (!shape.path(axis).isInt() || shape.path(axis).intValue() < 1) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "it takes images of any size, %s: save it with a fixed one", shape));
    }
    return shape.path(axis).intValue();
  }

  /** What the first layer says that depends on it; a Flatten says the usual without meaning it. */
  private static ChannelOrder order(List<KerasLayer> needed) {
    boolean first =
        needed.stream()
            .filter(layer -> !layer.kind().equals("Flatten"))
            .map(layer -> layer.config().text("data_format", ""))
            .filter(format -> format.startsWith("channels_"))
            .findFirst()
            .map("channels_first"::equals)
            .orElse(false);
    return first ? ChannelOrder.CHANNELS_FIRST : ChannelOrder.CHANNELS_LAST;
  }
}
