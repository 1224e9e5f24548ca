package io.github.unitscope.experiments.hostile;

import io.github.unitscope.autoencoder.DenoisingAutoencoder;
import io.github.unitscope.autoencoder.Reconstruction;
import io.github.unitscope.autoencoder.Sdae;
import io.github.unitscope.autoencoder.SdaeSettings;
import io.github.unitscope.autoencoder.storage.SdaeDescription;
import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.Node;
import io.github.unitscope.convnet.operation.ActivationFunction;
import io.github.unitscope.convnet.operation.Addition;
import io.github.unitscope.convnet.operation.AveragePooling;
import io.github.unitscope.convnet.operation.ChannelAffine;
import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.convnet.operation.Concatenation;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.DepthwiseConvolution;
import io.github.unitscope.convnet.operation.Identity;
import io.github.unitscope.convnet.operation.MaxPooling;
import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Reshape;
import io.github.unitscope.convnet.operation.Softmax;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.convnet.operation.ZeroPadding;
import io.github.unitscope.convnet.storage.ConvDescription;
import io.github.unitscope.convnet.storage.ConvFolder;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.storage.DbnDescription;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.classifier.Classifier;
import io.github.unitscope.stacks.classifier.ClassifierDescription;
import io.github.unitscope.stacks.classifier.ClassifierFormat;
import io.github.unitscope.stacks.classifier.FineTuneSettings;
import io.github.unitscope.stacks.storage.StackFormat;
import io.github.unitscope.testing.RandomValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A model folder of every kind, as small as it can be. */
enum SmallModels {
  DBN {
    @Override
    Files make() {
      Dbn dbn = new Dbn(IMAGE, List.of(rbm(16, 3), rbm(3, 2)));
      return files(
          DbnDescription.of(dbn, IMAGES, DbnSettings.of(LAYERS), 1, false),
          StackFormat.arrays(dbn));
    }
  },
  SDAE {
    @Override
    Files make() {
      Sdae sdae = new Sdae(IMAGE, List.of(autoencoder(16, 3), autoencoder(3, 2)));
      SdaeSettings settings = SdaeSettings.of(LAYERS).withLevels(List.of(0.1, 0.2));
      return files(SdaeDescription.of(sdae, IMAGES, settings, 1, false), StackFormat.arrays(sdae));
    }
  },
  CLASSIFIER {
    @Override
    Files make() {
      Classifier classifier =
          new Classifier(IMAGE, List.of(layer(16, 3), layer(3, 2)), layer(2, 5));
      return files(
          ClassifierDescription.of(
              classifier, IMAGES, "0".repeat(64), FineTuneSettings.DEFAULTS, 1, false),
          ClassifierFormat.arrays(classifier));
    }
  },
  CONVNET {
    @Override
    Files make() {
      ConvNetwork network =
          new ConvNetwork(COLOUR, InputDeclaration.TORCH, nodes(), List.of("a", "b", "c"));
      return files(
          ConvDescription.of(network, 3, "", "imported", Map.of("rate", 0.1), 1),
          ConvFolder.arrays(network));
    }
  };

  /** The two files of a folder. */
  record Files(byte[] description, byte[] weights) {}

  private static final ImageShape IMAGE = ImageShape.grey(4, 4);
  private static final ImageShape COLOUR = new ImageShape(3, 8, 6);
  private static final TrainedOn IMAGES = new TrainedOn(3, "synthetic");
  private static final List<Integer> LAYERS = List.of(3, 2);

  abstract Files make();

  private static Files files(Object description, Map<String, NpyArray> arrays) {
    ByteArrayOutputStream weights = new ByteArrayOutputStream();
    try (NpzWriter npz = NpzWriter.stored(weights)) {
      for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
        npz.add(array.getKey(), array.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    byte[] text = Json.text(description).getBytes(StandardCharsets.UTF_8);
    return new Files(text, weights.toByteArray());
  }

  private static Rbm rbm(int visible, int hidden) {
    return new Rbm(weights(visible, hidden), new float[visible], new float[hidden]);
  }

  private static DenoisingAutoencoder autoencoder(int visible, int hidden) {
    return new DenoisingAutoencoder(
        weights(visible, hidden),
        new float[visible],
        new float[hidden],
        Reconstruction.CROSS_ENTROPY);
  }

  private static LogisticLayer layer(int inputs, int units) {
    return new LogisticLayer(weights(inputs, units), new float[units]);
  }

  private static List<Node> nodes() {
    Window three = Window.of(3, 3, 1, Padding.SAME);
    Window two = Window.of(2, 2, 2, Padding.VALID);
    return List.of(
        new Node(
            "conv",
            List.of(0),
            new Convolution(three, 3, weights(27, 2), new float[2]),
            Rectifier.RELU6),
        Node.linear(
            "depthwise",
            List.of(1),
            new DepthwiseConvolution(three, 1, weights(2, 9).toRows(), new float[2])),
        Node.linear(
            "normalized", List.of(2), new ChannelAffine(new float[] {1, 2}, new float[] {0, 1})),
        new Node("squashed", List.of(3), Identity.OF_INPUT, ActivationFunction.TANH),
        Node.linear("sum", List.of(1, 4), Addition.OF_ALL),
        Node.linear("both", List.of(5, 1), Concatenation.OF_CHANNELS),
        Node.linear("padded", List.of(6), new ZeroPadding(Padding.of(1, 1))),
        Node.linear("pooled", List.of(7), new MaxPooling(two)),
        Node.linear("means", List.of(8), new AveragePooling(two, false)),
        Node.linear("flat", List.of(9), Reshape.flatten(ChannelOrder.CHANNELS_LAST)),
        new Node(
            "classes",
            List.of(10),
            Convolution.dense(weights(16, 3), new float[3]),
            Softmax.OVER_CHANNELS));
  }

  private static Matrix weights(int rows, int columns) {
    return RandomValues.matrix(Seed.root(1).derive("weights"), rows, columns, 1);
  }
}
