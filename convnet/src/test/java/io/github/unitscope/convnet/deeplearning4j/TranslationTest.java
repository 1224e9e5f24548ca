package io.github.unitscope.convnet.deeplearning4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Our forward pass against Deeplearning4j's own, on networks with random weights. */
class TranslationTest {
  private static final ImageShape SHAPE = new ImageShape(3, 13, 10);

  private static float[] image(int index) {
    SplitMix64 random = Seed.root(index).stream();
    float[] image = new float[SHAPE.size()];
    for (int i = 0; i < image.length; i++) {
      image[i] = random.nextFloat();
    }
    return image;
  }

  private static INDArray array(float[] image, CNN2DFormat format) {
    INDArray nchw =
        Nd4j.create(image, new long[] {1, SHAPE.channels(), SHAPE.height(), SHAPE.width()}, 'c');
    return format == CNN2DFormat.NCHW ? nchw : nchw.permute(0, 2, 3, 1).dup('c');
  }

  private static float[] ours(ConvNetwork network, float[] image) {
    Readout readout = new Readout(network.layers().size(), Quantity.ACTIVATION);
    Pass pass = network.newPass(Set.of(readout), 1);
    pass.input().writeRow(0, image);
    pass.forward();
    return pass.output(readout).toRows()[0];
  }

  /** Of a class's logit with respect to every pixel. */
  private static void requireGradientOfDifferences(ConvNetwork network, float[] image) {
    try (Pass pass = network.newPass(Set.of(network.logits()), 1)) {
      pass.input().writeRow(0, image);
      pass.forward();
      pass.gradient(network.logits()).set(0, 1, 1);
      float[] gradient = pass.backward().toRows()[0];
      int wrong = 0;
      for (int i = 0; i < image.length; i++) {
        double above = logit(pass, network, image, i, 2e-3f);
        double expected = (above - logit(pass, network, image, i, -2e-3f)) / 4e-3;
        wrong += Math.abs(expected - gradient[i]) > 1e-3 + 0.02 * Math.abs(expected) ? 1 : 0;
      }
      // A difference may cross a kink of a rectifier or a maximum.
      assertTrue(wrong <= image.length / 50, wrong + " of " + image.length);
    }
  }

  private static double logit(
      Pass pass, ConvNetwork network, float[] image, int pixel, float step) {
    float[] moved = image.clone();
    moved[pixel] += step;
    pass.input().writeRow(0, moved);
    pass.forward();
    return pass.output(network.logits()).get(0, 1);
  }

  private static Translation translation() {
    return new Translation(SHAPE, InputDeclaration.UNIT, List.of());
  }

  /** Batch normalization of a fresh network does nothing; this one does. */
  private static void randomize(org.deeplearning4j.nn.api.Model network) {
    INDArray parameters = network.params();
    SplitMix64 random = Seed.root(9).stream();
    for (long i = 0; i < parameters.length(); i++) {
      parameters.putScalar(i, random.nextGaussian() / 3);
    }
  }

  @Test
  void stackOfLayersGivesWhatDeeplearning4jGives() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(5)
                .activation(Activation.RELU)
                .list()
                .layer(
                    new ConvolutionLayer.Builder(3, 3)
                        .name("first")
                        .nOut(4)
                        .stride(2, 1)
                        .convolutionMode(ConvolutionMode.Same)
                        .activation(Activation.TANH)
                        .dropOut(new Dropout(0.5))
                        .build())
                .layer(new ZeroPaddingLayer.Builder(1, 2, 0, 1).build())
                .layer(
                    new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2})
                        .build())
                .layer(
                    new ConvolutionLayer.Builder(2, 2)
                        .nOut(5)
                        .dilation(2, 1)
                        .padding(1, 1)
                        .activation(new ActivationLReLU(0.1))
                        .build())
                .layer(
                    new SubsamplingLayer.Builder(
                            SubsamplingLayer.PoolingType.AVG, new int[] {2, 2}, new int[] {1, 2})
                        .convolutionMode(ConvolutionMode.Same)
                        .build())
                .layer(new DropoutLayer(0.3))
                .layer(new DenseLayer.Builder().nOut(7).activation(Activation.RELU6).build())
                .layer(new OutputLayer.Builder().nOut(4).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(SHAPE.height(), SHAPE.width(), 3))
                .build());
    network.init();
    ConvNetwork translated = translation().of(network);
    float[] image = image(1);
    float[] expected = network.output(array(image, CNN2DFormat.NCHW)).data().asFloat();
    assertArrayEquals(expected, ours(translated, image), 1e-5f);
    requireGradientOfDifferences(translated, image);
    assertEquals("first", translated.layers().get(0).name());
    assertEquals(List.of("0", "1", "2", "3"), translated.classes());
  }

  @Test
  void graphsGiveWhatDeeplearning4jGivesInBothOrdersOfChannels() {
    for (CNN2DFormat format : CNN2DFormat.values()) {
      ComputationGraph graph = graph(format);
      ConvNetwork translated = translation().of(graph);
      for (int i = 0; i < 2; i++) {
        float[] image = image(i);
        INDArray output = graph.output(array(image, format))[0];
        assertArrayEquals(
            output.data().asFloat(), ours(translated, image), 2e-5f, () -> format.toString());
        requireGradientOfDifferences(translated, image);
      }
    }
  }

  private static ComputationGraph graph(CNN2DFormat format) {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(6)
                .graphBuilder()
                .addInputs("image")
                .addLayer(
                    "separable",
                    new SeparableConvolution2D.Builder(3, 3)
                        .nOut(4)
                        .depthMultiplier(2)
                        .convolutionMode(ConvolutionMode.Same)
                        .dataFormat(format)
                        .activation(Activation.SIGMOID)
                        .build(),
                    "image")
                .addLayer(
                    "depthwise",
                    new DepthwiseConvolution2D.Builder(3, 3)
                        .depthMultiplier(2)
                        .stride(1, 1)
                        .convolutionMode(ConvolutionMode.Same)
                        .dataFormat(format)
                        .activation(Activation.IDENTITY)
                        .build(),
                    "separable")
                .addLayer(
                    "normalized",
                    new BatchNormalization.Builder().eps(1e-3).dataFormat(format).build(),
                    "depthwise")
                .addLayer(
                    "rectified",
                    new ActivationLayer.Builder().activation(Activation.RELU).build(),
                    "normalized")
                .addLayer(
                    "side",
                    new ConvolutionLayer.Builder(1, 1)
                        .nOut(8)
                        .hasBias(false)
                        .dataFormat(format)
                        .activation(Activation.TANH)
                        .build(),
                    "separable")
                .addVertex(
                    "sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "rectified", "side")
                .addVertex("both", new MergeVertex(), "sum", "separable")
                .addLayer(
                    "pooled",
                    new SubsamplingLayer.Builder(
                            SubsamplingLayer.PoolingType.MAX, new int[] {3, 3}, new int[] {2, 2})
                        .dataFormat(format)
                        .build(),
                    "both")
                .addLayer(
                    "dense",
                    new DenseLayer.Builder().nOut(6).activation(Activation.RELU).build(),
                    "pooled")
                .addLayer(
                    "global",
                    new GlobalPoolingLayer.Builder().poolingType(PoolingType.AVG).build(),
                    "both")
                .addVertex("all", new MergeVertex(), "dense", "global")
                .addLayer(
                    "classes",
                    new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build(),
                    "all")
                .setOutputs("classes")
                .setInputTypes(
                    InputType.convolutional(
                        SHAPE.height(), SHAPE.width(), SHAPE.channels(), format))
                .build());
    graph.init();
    randomize(graph);
    return graph;
  }

  @Test
  void unknownKindIsNamedWithWhatCanBeHadWithoutIt() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).name("edges").nOut(4).build())
                .layer(new LocalResponseNormalization.Builder().name("lrn").build())
                .layer(new OutputLayer.Builder().nOut(4).build())
                .setInputType(InputType.convolutional(SHAPE.height(), SHAPE.width(), 3))
                .build());
    network.init();
    String message =
        assertThrows(InvalidInputException.class, () -> translation().of(network)).getMessage();
    assertTrue(message.contains("layer lrn is of a kind that is not known"), message);
    assertTrue(message.contains("LocalResponseNormalization"), message);
    assertTrue(message.contains("without it: edges"), message);
  }
}
