package io.github.unitscope.convnet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.convnet.operation.Addition;
import io.github.unitscope.convnet.operation.ChannelAffine;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.DepthwiseConvolution;
import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.RectifierRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operations that are done in the memory of the one before, against each by itself. */
class StagesTest {
  private static final Rectifier LEAKY = new Rectifier(Double.POSITIVE_INFINITY, 0.1);

  /** Convolution, normalization and rectifier as MobileNet has them, and a branch. */
  private static final ConvNetwork NETWORK =
      new ConvNetwork(
          SmallNetworks.IMAGE,
          InputDeclaration.SIGNED,
          List.of(
              Node.linear("conv", List.of(0), convolution(Window.of(3, 3, 2, Padding.SAME), 3, 4)),
              Node.linear("conv_bn", List.of(1), affine(4)),
              Node.linear("conv_relu", List.of(2), new Rectifier(1, 0)),
              Node.linear("dw", List.of(3), depthwise(Window.of(3, 3, 1, Padding.SAME), 4)),
              Node.linear("dw_bn", List.of(4), affine(4)),
              new Node("dw_relu", List.of(5), Rectifier.RELU, null),
              new Node("pw", List.of(6), convolution(Window.POINT, 4, 5), LEAKY),
              Node.linear("pw_bn", List.of(7), affine(5)),
              Node.linear("up", List.of(6), convolution(Window.POINT, 4, 5)),
              Node.linear("sum", List.of(8, 9), Addition.OF_ALL)),
          List.of());

  private static final Readout TOP = new Readout(10, Quantity.ACTIVATION);

  private static Convolution convolution(Window window, int inputs, int outputs) {
    int rows = inputs * window.size();
    return new Convolution(
        window, inputs, SmallNetworks.weights(rows, outputs, "c" + rows), values(outputs, "bias"));
  }

  private static DepthwiseConvolution depthwise(Window window, int channels) {
    float[][] kernels = SmallNetworks.weights(channels, window.size(), "d").toRows();
    return new DepthwiseConvolution(window, 1, kernels, values(channels, "bias"));
  }

  private static ChannelAffine affine(int channels) {
    return new ChannelAffine(values(channels, "scale"), values(channels, "shift"));
  }

  private static float[] values(int count, String what) {
    return SmallNetworks.weights(1, count, what).toRows()[0];
  }

  /** Where every layer is asked for, nothing can be done in the memory of another. */
  @ParameterizedTest
  @EnumSource(RectifierRule.class)
  void layersThatNobodyAsksForChangeNoBit(RectifierRule rule) {
    Set<Readout> all = new HashSet<>();
    for (Quantity quantity : Quantity.values()) {
      NETWORK.layers().forEach(layer -> all.add(new Readout(layer.index(), quantity)));
    }
    try (Pass few = NETWORK.newPass(Set.of(TOP), 1);
        Pass many = NETWORK.newPass(all, 1)) {
      assertArrayEquals(gradient(many, rule), gradient(few, rule));
      assertArrayEquals(many.output(TOP).toRows()[0], few.output(TOP).toRows()[0]);
    }
  }

  private static float[] gradient(Pass pass, RectifierRule rule) {
    pass.setRectifierRule(rule);
    pass.input().writeRow(0, SmallNetworks.image(4));
    pass.forward();
    for (int unit = 0; unit < pass.gradient(TOP).columns(); unit++) {
      pass.gradient(TOP).set(0, unit, unit % 3 - 1);
    }
    float[] gradient = pass.backward().toRows()[0];
    // Zeros may differ in their signs.
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += 0f;
    }
    return gradient;
  }

  @Test
  void onlyWhatSomethingElseLooksAtIsKept() {
    // The input's declaration, conv, dw, pw, pw_bn, up and sum.
    assertEquals(7, Stages.of(NETWORK, Set.of(TOP)).inOrder().size());
    Readout between = new Readout(4, Quantity.ACTIVATION);
    assertEquals(9, Stages.of(NETWORK, Set.of(TOP, between)).inOrder().size());
  }
}
