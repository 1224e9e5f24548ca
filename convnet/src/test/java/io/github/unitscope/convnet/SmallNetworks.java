package io.github.unitscope.convnet;

import io.github.unitscope.convnet.operation.ActivationFunction;
import io.github.unitscope.convnet.operation.Addition;
import io.github.unitscope.convnet.operation.ChannelAffine;
import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.convnet.operation.Concatenation;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.DepthwiseConvolution;
import io.github.unitscope.convnet.operation.GlobalPooling;
import io.github.unitscope.convnet.operation.Identity;
import io.github.unitscope.convnet.operation.MaxPooling;
import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Reshape;
import io.github.unitscope.convnet.operation.Softmax;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.convnet.operation.ZeroPadding;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.testing.RandomValues;
import java.util.List;

/** Networks with random weights, small enough to look into. */
final class SmallNetworks {
  static final ImageShape IMAGE = new ImageShape(3, 10, 8);

  private SmallNetworks() {}

  static Matrix weights(int rows, int columns, String what) {
    return RandomValues.matrix(Seed.root(1).derive(what), rows, columns, 1 / Math.sqrt(rows));
  }

  /** Every operation that can be stored, with a branch and a join. */
  static ConvNetwork branched() {
    Convolution first =
        new Convolution(Window.of(3, 3, 1, Padding.SAME), 3, weights(27, 4, "first"), new float[4]);
    float[][] kernels = weights(4, 9, "kernels").toRows();
    List<Node> nodes =
        List.of(
            new Node("conv", List.of(0), first, Rectifier.RELU6),
            Node.linear(
                "depthwise",
                List.of(1),
                new DepthwiseConvolution(
                    Window.of(3, 3, 1, Padding.SAME), 1, kernels, new float[4])),
            Node.linear(
                "normalized",
                List.of(2),
                new ChannelAffine(new float[] {1, 2, 0.5f, -1}, new float[] {0, 1, 0, 0.5f})),
            new Node("squashed", List.of(3), Identity.OF_INPUT, ActivationFunction.TANH),
            Node.linear("sum", List.of(1, 4), Addition.OF_ALL),
            Node.linear("both", List.of(5, 1), Concatenation.OF_CHANNELS),
            Node.linear("padded", List.of(6), new ZeroPadding(Padding.of(1, 1))),
            Node.linear("pooled", List.of(7), new MaxPooling(Window.of(2, 2, 2, Padding.VALID))),
            Node.linear("global", List.of(8), GlobalPooling.AVERAGE),
            Node.linear("flat", List.of(9), Reshape.flatten(ChannelOrder.CHANNELS_LAST)),
            new Node(
                "classes",
                List.of(10),
                Convolution.dense(weights(8, 5, "classes"), new float[] {0, 0.1f, 0, 0, -0.1f}),
                Softmax.OVER_CHANNELS));
    return new ConvNetwork(IMAGE, InputDeclaration.SIGNED, nodes, List.of("a", "b", "c", "d", "e"));
  }

  static float[] image(int number) {
    SplitMix64 random = Seed.root(number).derive("image").stream();
    float[] image = new float[IMAGE.size()];
    for (int i = 0; i < image.length; i++) {
      image[i] = random.nextFloat();
    }
    return image;
  }
}
