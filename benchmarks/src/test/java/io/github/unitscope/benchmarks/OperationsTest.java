package io.github.unitscope.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.Node;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.DepthwiseConvolution;
import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.sample.SamplingSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsTest {
  private static final NetworkSizes SMALL = new NetworkSizes(ImageShape.grey(2, 2), List.of(3, 5));

  @Test
  void productHasAMultiplicationAndAnAdditionForEveryTerm() {
    assertEquals(2 * 2 * 3 * 5, new Product(Product.Kind.UP, 2, 3, 5).operations());
  }

  @Test
  void gradientGoesThroughEveryWeightTwice() {
    // 4·3 + 3·5 = 27 weights, each a multiplication and an addition, up and down.
    assertEquals(54, Operations.oneWay(SMALL.sizes()));
    assertEquals(108, Operations.gradient(SMALL.sizes()));
  }

  @Test
  void roofMakesTheProductsOfTheGradient() {
    double roof = SMALL.gradientProducts(7).stream().mapToDouble(Product::operations).sum();
    assertEquals(7 * Operations.gradient(SMALL.sizes()), roof);
  }

  @Test
  void trainingMakesFiveProductsForAnImage() {
    TrainingSizes sizes = new TrainingSizes(100, 10, 20);
    assertEquals(100 * 5 * 2 * 784 * 10, sizes.operations());
    // A step of the roof, which all threads make together, is one of the training.
    try (Workers workers = new Workers(2)) {
      Done roof = new TrainingRoof(sizes).prepare(workers, Seed.root(1)).run().done();
      assertEquals(sizes.operations() * 20 / 100, roof.operations() / roof.items(), 1e-6);
    }
  }

  @Test
  void samplingCountsStepsAndWaysDown() {
    SamplingSettings settings = new SamplingSettings(2, 3, 2, 1, SamplingSettings.TopDown.SAMPLE);
    // 6 units, 2 chains, 3 + 1 steps of 2·2·(3·5); 24 samples of 2·(4·3).
    assertEquals(48 * 60 + 24 * 24, new ClampedSampling(SMALL, 6, settings).operations());
  }

  @Test
  void convolutionsCountPlacesOfTheirOutput() {
    Window window = Window.of(3, 3, 1, Padding.VALID);
    Convolution convolution = new Convolution(window, 2, Matrix.zeros(18, 4), new float[4]);
    DepthwiseConvolution depthwise =
        new DepthwiseConvolution(window, 1, new float[4][9], new float[4]);
    ConvNetwork network =
        new ConvNetwork(
            new ImageShape(2, 6, 5),
            InputDeclaration.UNIT,
            List.of(
                Node.linear("convolution", List.of(0), convolution),
                Node.linear("depthwise", List.of(1), depthwise)),
            List.of());
    // 4 x 3 places of 18·4 weights, then 2 x 1 places of 4 kernels of 9.
    assertEquals(2 * (12 * 72 + 2 * 36), Operations.oneWay(network));
  }
}
