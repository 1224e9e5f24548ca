package io.github.unitscope.convnet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.Identity;
import io.github.unitscope.convnet.operation.MaxPooling;
import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Reshape;
import io.github.unitscope.convnet.operation.Softmax;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.ReceptiveField;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConvNetworkTest {
  private static final ConvNetwork NETWORK = SmallNetworks.branched();

  private static Convolution convolution(Window window, int inputs, int outputs) {
    return new Convolution(
        window,
        inputs,
        SmallNetworks.weights(inputs * window.size(), outputs, "w"),
        new float[outputs]);
  }

  @Test
  void gradientOfTheWholeNetworkIsThatOfDifferences() {
    try (Pass pass = NETWORK.newPass(Set.of(NETWORK.logits()), 1)) {
      float[] image = SmallNetworks.image(3);
      pass.input().writeRow(0, image);
      pass.forward();
      pass.gradient(NETWORK.logits()).set(0, 2, 1);
      float[] gradient = new float[image.length];
      pass.backward().readRow(0, gradient);
      int wrong = 0;
      for (int i = 0; i < image.length; i++) {
        double expected = (logit(pass, image, i, 2e-3) - logit(pass, image, i, -2e-3)) / 4e-3;
        wrong += Math.abs(expected - gradient[i]) > 2e-3 + 0.02 * Math.abs(expected) ? 1 : 0;
      }
      // A difference may cross a kink of a rectifier or a maximum.
      assertTrue(wrong <= 5, wrong + " of " + image.length);
    }
  }

  private static double logit(Pass pass, float[] image, int pixel, double step) {
    float[] moved = image.clone();
    moved[pixel] += (float) step;
    pass.input().writeRow(0, moved);
    pass.forward();
    return pass.output(NETWORK.logits()).get(0, 2);
  }

  @Test
  void imageGivesTheSameBitsInEveryRowWhateverTheOthersHold() {
    Readout conv = new Readout(1, Quantity.PREACTIVATION);
    Set<Readout> readouts = Set.of(conv, NETWORK.probabilities());
    try (Pass alone = NETWORK.newPass(readouts, 1)) {
      alone.input().writeRow(0, SmallNetworks.image(0));
      alone.forward();
      alone.gradient(NETWORK.probabilities()).set(0, 1, 1);
      float[] gradient = alone.backward().toRows()[0].clone();
      try (Pass many = NETWORK.newPass(readouts, 5)) {
        for (int row = 0; row < 5; row++) {
          many.input().writeRow(row, SmallNetworks.image(row == 3 ? 0 : row + 1));
          many.gradient(NETWORK.probabilities()).set(row, 1, 1);
        }
        many.forward();
        assertArrayEquals(alone.output(conv).toRows()[0], many.output(conv).toRows()[3]);
        assertArrayEquals(gradient, many.backward().toRows()[3]);
      }
    }
  }

  @Test
  void onlyTheRowsThatAreChosenAreComputed() {
    try (Pass pass = NETWORK.newPass(Set.of(NETWORK.logits()), 3)) {
      pass.select(new int[] {1});
      for (int row = 0; row < 3; row++) {
        pass.input().writeRow(row, SmallNetworks.image(0));
      }
      pass.forward();
      float[][] logits = pass.output(NETWORK.logits()).toRows();
      assertArrayEquals(new float[5], logits[0]);
      assertTrue(logits[1][0] != 0);
    }
  }

  @Test
  void preactivationOfANonlinearityIsItsInput() {
    Readout normalized = new Readout(3, Quantity.ACTIVATION);
    Readout before = new Readout(4, Quantity.PREACTIVATION);
    Readout after = new Readout(4, Quantity.ACTIVATION);
    try (Pass pass = NETWORK.newPass(Set.of(normalized, before, after), 1)) {
      pass.input().writeRow(0, SmallNetworks.image(1));
      pass.forward();
      assertArrayEquals(pass.output(normalized).toRows()[0], pass.output(before).toRows()[0]);
      assertEquals(Math.tanh(pass.output(before).get(0, 7)), pass.output(after).get(0, 7), 1e-6);
    }
  }

  @Test
  void imagesAreTurnedIntoWhatTheNetworkWasTrainedOn() {
    Matrix identity =
        Matrix.of(new float[] {1, 0, 0}, new float[] {0, 1, 0}, new float[] {0, 0, 1});
    Node node = Node.linear("same", List.of(0), Convolution.dense(identity, new float[3]));
    ImageShape pixel = new ImageShape(3, 1, 1);
    assertArrayEquals(new float[] {-1, 0, 1}, through(InputDeclaration.SIGNED, node, pixel), 1e-6f);
    assertArrayEquals(new float[] {0, 127.5f, 255}, through(InputDeclaration.BYTES, node, pixel));
    assertArrayEquals(
        new float[] {255 - 103.939f, 127.5f - 116.779f, -123.68f},
        through(InputDeclaration.CAFFE, node, pixel),
        1e-4f);
    assertArrayEquals(
        new float[] {-0.485f / 0.229f, (0.5f - 0.456f) / 0.224f, (1 - 0.406f) / 0.225f},
        through(InputDeclaration.TORCH, node, pixel),
        1e-5f);
  }

  private static float[] through(InputDeclaration input, Node node, ImageShape shape) {
    ConvNetwork network = new ConvNetwork(shape, input, List.of(node), List.of());
    Readout readout = new Readout(1, Quantity.ACTIVATION);
    try (Pass pass = network.newPass(Set.of(readout), 1)) {
      pass.input().writeRow(0, new float[] {0, 0.5f, 1});
      pass.forward();
      return pass.output(readout).toRows()[0];
    }
  }

  @Test
  void receptiveFieldsAreThoseWorkedByHand() {
    List<Node> nodes =
        List.of(
            Node.linear("a", List.of(0), convolution(Window.of(3, 3, 2, Padding.VALID), 1, 2)),
            Node.linear("b", List.of(1), convolution(Window.of(5, 5, 1, Padding.of(2, 2)), 2, 2)),
            Node.linear("c", List.of(2), new MaxPooling(Window.of(2, 2, 2, Padding.VALID))),
            Node.linear("d", List.of(3), Reshape.flatten(ChannelOrder.CHANNELS_FIRST)));
    ConvNetwork network =
        new ConvNetwork(ImageShape.grey(21, 21), InputDeclaration.UNIT, nodes, List.of());
    assertEquals(new ReceptiveField(0, 0, 3, 3, 2, 2), network.receptiveField(1));
    assertEquals(new ReceptiveField(-4, -4, 11, 11, 2, 2), network.receptiveField(2));
    assertEquals(new ReceptiveField(-4, -4, 13, 13, 4, 4), network.receptiveField(3));
    assertEquals(ReceptiveField.whole(ImageShape.grey(21, 21)), network.receptiveField(4));
  }

  /** No pixel outside of the receptive field moves a unit, and some at its border do. */
  @Test
  void gradientStaysWithinTheReceptiveField() {
    ConvNetwork network = NETWORK;
    Layer layer = network.layer("pooled");
    Readout readout = new Readout(layer.index(), Quantity.ACTIVATION);
    try (Pass pass = network.newPass(Set.of(readout), 1)) {
      pass.input().writeRow(0, SmallNetworks.image(2));
      pass.forward();
      int width = layer.shape().width();
      int row = 3;
      int column = 2;
      for (int channel = 0; channel < layer.shape().channels(); channel++) {
        pass.gradient(readout).set(0, channel * layer.places() + row * width + column, 1);
      }
      float[] gradient = pass.backward().toRows()[0];
      ReceptiveField field = network.receptiveField(layer.index());
      for (int i = 0; i < gradient.length; i++) {
        int y = i / 8 % 10;
        int x = i % 8;
        boolean inside =
            y >= field.topOf(row)
                && y < field.topOf(row) + field.height()
                && x >= field.leftOf(column)
                && x < field.leftOf(column) + field.width();
        assertTrue(inside || gradient[i] == 0, y + "," + x);
      }
    }
  }

  @Test
  void filtersAreImagesInTheOrderOfTheImagesChannels() {
    Matrix weights = Matrix.zeros(3, 1);
    weights.set(0, 0, 1);
    weights.set(2, 0, 5);
    Node node =
        Node.linear("first", List.of(0), new Convolution(Window.POINT, 3, weights, new float[1]));
    ConvNetwork network =
        new ConvNetwork(new ImageShape(3, 4, 4), InputDeclaration.CAFFE, List.of(node), List.of());
    Convolutional.Filters filters = network.filters(1);
    // Blue comes first in the network and last in the image; values are 255 times as large.
    assertArrayEquals(new float[] {5 * 255, 0, 255}, filters.values()[0]);
    assertThrows(InvalidInputException.class, () -> NETWORK.filters(2));
  }

  @Test
  void networkIsMadeForImagesOfAnotherSizeWhereItsLayersAllowThat() {
    ConvNetwork larger = NETWORK.resized(21, 33);
    assertEquals(new ImageShape(4, 21, 33), larger.layer(1).shape());
    assertEquals(NETWORK.classes(), larger.classes());
    List<Node> fixed =
        List.of(
            Node.linear("flat", List.of(0), Reshape.flatten(ChannelOrder.CHANNELS_FIRST)),
            Node.linear(
                "dense",
                List.of(1),
                Convolution.dense(SmallNetworks.weights(16, 2, "d"), new float[2])));
    ConvNetwork network =
        new ConvNetwork(ImageShape.grey(4, 4), InputDeclaration.UNIT, fixed, List.of());
    String message =
        assertThrows(InvalidInputException.class, () -> network.resized(5, 5)).getMessage();
    assertTrue(message.contains("layer dense with images of 1x5x5"), message);
  }

  /** Keras' own MobileNet ends so: softmax over the channels of one place, then another shape. */
  @Test
  void classesAreThoseOfASoftmaxThatOnlyChangesItsShapeAfterwards() {
    List<Node> nodes =
        List.of(
            Node.linear("scores", List.of(0), convolution(Window.POINT, 3, 4)),
            new Node("softmax", List.of(1), Identity.OF_INPUT, Softmax.OVER_CHANNELS),
            Node.linear("shape", List.of(2), Reshape.flatten(ChannelOrder.CHANNELS_LAST)),
            Node.linear("dropout", List.of(3), Identity.OF_INPUT));
    ConvNetwork network =
        new ConvNetwork(
            new ImageShape(3, 1, 1), InputDeclaration.UNIT, nodes, List.of("a", "b", "c", "d"));
    assertEquals(new Readout(2, Quantity.PREACTIVATION), network.logits());
    assertEquals(new Readout(2, Quantity.ACTIVATION), network.probabilities());
    assertEquals(4, network.classes().size());
  }

  @Test
  void rulesForRectifiedUnitsNeedSome() {
    Node linear = Node.linear("c", List.of(0), convolution(Window.POINT, 3, 2));
    ConvNetwork without =
        new ConvNetwork(SmallNetworks.IMAGE, InputDeclaration.UNIT, List.of(linear), List.of());
    try (Pass pass = without.newPass(Set.of(new Readout(1, Quantity.ACTIVATION)), 1)) {
      pass.setRectifierRule(RectifierRule.GRADIENT);
      pass.setRectifierRule(RectifierRule.REDIRECTED);
      assertThrows(
          InvalidInputException.class, () -> pass.setRectifierRule(RectifierRule.DECONVNET));
    }
    try (Pass rectified = NETWORK.newPass(Set.of(NETWORK.logits()), 1)) {
      rectified.setRectifierRule(RectifierRule.GUIDED);
    }
  }

  @Test
  void networksThatDoNotFitAreRefused() {
    Node twice = Node.linear("c", List.of(0), convolution(Window.POINT, 3, 3));
    assertMessage("there are two layers c", twice, Node.linear("c", List.of(1), Rectifier.RELU));
    assertMessage("must be below it", Node.linear("d", List.of(1), Rectifier.RELU));
    assertMessage(
        "layer e with images of 3x10x8: the weights are for 2 channels",
        Node.linear("e", List.of(0), convolution(Window.POINT, 2, 3)));
    ConvNetwork noClasses =
        new ConvNetwork(SmallNetworks.IMAGE, InputDeclaration.UNIT, List.of(twice), List.of("x"));
    assertEquals(List.of(), noClasses.classes());
    assertThrows(InvalidInputException.class, noClasses::logits);
  }

  private static void assertMessage(String part, Node... nodes) {
    String message =
        assertThrows(
                InvalidInputException.class,
                () ->
                    new ConvNetwork(
                        SmallNetworks.IMAGE, InputDeclaration.UNIT, List.of(nodes), List.of()))
            .getMessage();
    assertTrue(message.contains(part), message);
  }
}
