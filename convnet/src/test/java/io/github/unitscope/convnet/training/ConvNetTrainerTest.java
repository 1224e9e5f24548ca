package io.github.unitscope.convnet.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.datasets.digits.SyntheticDigits;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.testing.ConstantImages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ConvNetTrainerTest {
  private static final Dataset DIGITS = digits(new SyntheticDigits(300, Seed.root(1)));
  private static final Seed SEED = Seed.root(3);

  private static Dataset digits(ImageSet train) {
    ImageSet test = new SyntheticDigits(70, Seed.root(2));
    return new Dataset("small", ValueRange.UNIT_INTERVAL, train, test, test, List.of());
  }

  private static ConvNetSettings settings(
      Architecture architecture, int steps, double rate, double dropout, double rms) {
    return new ConvNetSettings(
        architecture, architecture.usualNonlinearity(), steps, 100, rate, dropout, rms, 3);
  }

  private static TrainedConvNet train(ConvNetSettings settings, int threads) {
    return train(settings, DIGITS, threads, ConvNetListener.NONE);
  }

  private static TrainedConvNet train(
      ConvNetSettings settings, Dataset data, int threads, ConvNetListener listener) {
    try (Workers workers = new Workers(threads)) {
      return new ConvNetTrainer(settings, workers, listener).train(data, SEED);
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBitsAlsoWithDropout() {
    ConvNetSettings settings = settings(Architecture.L20, 3, 0.01, 0.3, 0);
    TrainedConvNet one = train(settings, 1);
    TrainedConvNet two = train(settings, 2);
    assertArrayEquals(Weights.of(one.network()), Weights.of(two.network()));
    for (int step = 0; step < 3; step++) {
      assertEquals(one.steps().get(step).trainLoss(), two.steps().get(step).trainLoss());
    }
    assertEquals(one.last().testLoss(), two.last().testLoss());
  }

  @Test
  void dropoutChangesWhatIsLearned() {
    TrainedConvNet without = train(settings(Architecture.L20, 1, 0.01, 0, 0), 2);
    TrainedConvNet with = train(settings(Architecture.L20, 1, 0.01, 0.5, 0), 2);
    assertFalse(Arrays.equals(Weights.of(without.network()), Weights.of(with.network())));
  }

  @Test
  void theLossFallsAndDigitsAreRecognized() {
    List<StepMetrics> steps = train(settings(Architecture.L20, 30, 0.01, 0, 0), 2).steps();
    assertEquals(30, steps.size());
    assertEquals(Math.log(10), steps.get(0).trainLoss(), 0.3);
    assertTrue(steps.get(29).trainLoss() < 0.7, () -> "loss " + steps.get(29).trainLoss());
    assertTrue(steps.get(29).testAccuracy() > 0.7, () -> "accuracy " + steps.get(29));
  }

  @Test
  void testsComeWhenTheyWereAskedForAndAtTheEnd() {
    List<StepMetrics> steps = train(settings(Architecture.L20, 4, 0.01, 0, 0), 2).steps();
    assertEquals(
        List.of(3, 4),
        steps.stream().filter(StepMetrics::isTested).map(StepMetrics::step).toList());
    assertEquals(List.of(1, 1, 1, 2), steps.stream().map(StepMetrics::epoch).toList());
  }

  @Test
  void firstFiltersStayWithinTheirBound() {
    double bound = 0.1;
    List<Double> largest = new ArrayList<>();
    ConvNetListener listener =
        new ConvNetListener() {
          @Override
          public void onStart(TrainingSnapshot network) {
            largest.add(largestRms(network.network()));
          }

          @Override
          public void onStep(StepMetrics metrics, TrainingSnapshot network) {
            largest.add(largestRms(network.network()));
          }
        };
    train(settings(Architecture.LENET, 2, 0.01, 0, bound), DIGITS, 2, listener);
    assertEquals(3, largest.size());
    largest.forEach(rms -> assertEquals(bound, rms, 1e-6));
    assertTrue(largestRms(train(settings(Architecture.LENET, 2, 0.01, 0, 0), 2).network()) > 0.2);
  }

  private static double largestRms(ConvNetwork network) {
    return Arrays.stream(network.filters(1).values())
        .mapToDouble(ConvNetTrainerTest::rms)
        .max()
        .orElseThrow();
  }

  private static double rms(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum / values.length);
  }

  @Test
  void aBoundTouchesOnlyFiltersBeyondIt() {
    INDArray filters = Nd4j.createFromArray(3f, 3f, 3f, 3f, 0.5f, -0.5f, 0.5f, 0.5f);
    new FilterBound(1).apply(filters.reshape(2, 1, 2, 2));
    assertArrayEquals(
        new float[] {1, 1, 1, 1, 0.5f, -0.5f, 0.5f, 0.5f}, filters.toFloatVector(), 1e-6f);
  }

  @Test
  void theLayersAreThoseOfTheLiterature() {
    ConvNetwork l20 = train(settings(Architecture.L20, 1, 0.01, 0, 0), 1).network();
    assertEquals(
        List.of("4x28x28", "4x28x28", "8x14x14", "8x14x14", "16x7x7", "16x7x7"),
        l20.convolutions().stream().map(layer -> layer.shape().toString()).toList());
    assertEquals(10, l20.classes().size());
    ConvNetwork leNet = train(settings(Architecture.LENET, 1, 0.01, 0, 0), 1).network();
    assertEquals(
        List.of("20x24x24", "50x8x8"),
        leNet.convolutions().stream().map(layer -> layer.shape().toString()).toList());
    assertEquals(500, leNet.layer("dense1").units());
  }

  /** Ours against Deeplearning4j's own forward pass, for weights that were drawn. */
  @ParameterizedTest
  @EnumSource(Architecture.class)
  void theCopySaysWhatDeeplearning4jSays(Architecture architecture) {
    ConvNetSettings settings = settings(architecture, 1, 0.01, 0.2, 0);
    MultiLayerNetwork theirs = new Replica(settings, DIGITS.shape(), 10, null).network();
    WeightDraw.into(theirs, settings.nonlinearity(), SEED);
    ConvNetwork copy = new TrainingSnapshot(theirs, DIGITS.shape()).network();
    float[] pixels = new float[DIGITS.shape().size()];
    try (Pass pass = copy.newPass(Set.of(copy.probabilities()), 1)) {
      for (int image = 0; image < 5; image++) {
        DIGITS.test().read(image, pixels);
        pass.input().writeRow(0, pixels);
        pass.forward();
        float[] ours = new float[10];
        pass.output(copy.probabilities()).readRow(0, ours);
        INDArray input = Nd4j.create(pixels, new long[] {1, 1, 28, 28}, 'c');
        assertArrayEquals(theirs.output(input).toFloatVector(), ours, 1e-5f);
      }
    }
  }

  @Test
  void aSnapshotIsRestoredFromItsParameters() {
    List<float[]> parameters = new ArrayList<>();
    List<ConvNetwork> networks = new ArrayList<>();
    ConvNetListener listener =
        new ConvNetListener() {
          @Override
          public void onStart(TrainingSnapshot network) {}

          @Override
          public void onStep(StepMetrics metrics, TrainingSnapshot network) {
            parameters.add(network.parameters());
            networks.add(network.network());
          }
        };
    ConvNetSettings settings = settings(Architecture.L20, 2, 0.01, 0, 0);
    TrainedConvNet trained = train(settings, DIGITS, 1, listener);
    try (Workers workers = new Workers(1)) {
      ConvNetTrainer trainer = new ConvNetTrainer(settings, workers, ConvNetListener.NONE);
      assertEquals(parameters.get(0).length, trainer.parameters(DIGITS));
      for (int step = 0; step < 2; step++) {
        assertArrayEquals(
            Weights.of(networks.get(step)),
            Weights.of(trainer.restored(DIGITS, parameters.get(step))));
      }
    }
    assertArrayEquals(Weights.of(trained.network()), Weights.of(networks.get(1)));
  }

  /** The gradient that the replicas sum up is that of Deeplearning4j's own convolution. */
  @Test
  void theGradientIsThatOfDeeplearning4jsOwnConvolutions() {
    ConvNetSettings settings = settings(Architecture.L20, 1, 0.01, 0, 0);
    int[] indices = IntStream.range(0, 100).toArray();
    try (Workers workers = new Workers(2)) {
      Replicas replicas = new Replicas(settings, DIGITS.shape(), 10, workers);
      WeightDraw.into(replicas.network(), Nonlinearity.TANH, SEED);
      float[] ours = new float[(int) replicas.network().numParams()];
      Outcome outcome = replicas.gradient(DIGITS.train(), indices, SEED, ours);
      MultiLayerNetwork plain = plain(replicas.network());
      plain.setInput(images(indices));
      plain.setLabels(labels(indices));
      plain.computeGradientAndScore();
      float[] theirs = plain.gradient().gradient().dup().toFloatVector();
      for (int i = 0; i < ours.length; i++) {
        assertEquals(theirs[i] / indices.length, ours[i], 1e-5f);
      }
      assertEquals(plain.score(), outcome.meanLoss(), 1e-5);
    }
  }

  /** The same layers and weights, with Deeplearning4j's class for convolutions. */
  private static MultiLayerNetwork plain(MultiLayerNetwork network) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
    for (var layer : network.getLayers()) {
      var configuration = layer.conf().getLayer();
      list.layer(
          configuration instanceof ConvolutionLayer c
              ? new ConvolutionLayer.Builder(c.getKernelSize())
                  .nOut(c.getNOut())
                  .convolutionMode(c.getConvolutionMode())
                  .activation(c.getActivationFn())
                  .build()
              : configuration.clone());
    }
    list.setInputType(org.deeplearning4j.nn.conf.inputs.InputType.convolutional(28, 28, 1));
    MultiLayerNetwork plain = new MultiLayerNetwork(list.build());
    plain.init(network.params(), true);
    return plain;
  }

  private static INDArray images(int[] indices) {
    float[] all = new float[indices.length * DIGITS.shape().size()];
    float[] pixels = new float[DIGITS.shape().size()];
    for (int index : indices) {
      DIGITS.train().read(index, pixels);
      System.arraycopy(pixels, 0, all, index * pixels.length, pixels.length);
    }
    return Nd4j.create(all, new long[] {indices.length, 1, 28, 28}, 'c');
  }

  private static INDArray labels(int[] indices) {
    INDArray labels = Nd4j.zeros(indices.length, 10);
    Arrays.stream(indices).forEach(i -> labels.putScalar(i, DIGITS.train().label(i), 1));
    return labels;
  }

  @Test
  void whatCannotBeTrainedOnIsOneLine() {
    ConvNetSettings settings = settings(Architecture.L20, 1, 0.01, 0, 0);
    ImageSet unlabelled = new ConstantImages(DIGITS.shape(), 5, 0);
    assertTrue(
        assertThrows(
                InvalidInputException.class,
                () -> train(settings, digits(unlabelled), 1, ConvNetListener.NONE))
            .getMessage()
            .contains("without a label"));
    assertTrue(
        assertThrows(
                InvalidInputException.class,
                () -> train(settings(Architecture.L20, 20, 100, 0, 0), 1))
            .getMessage()
            .contains("--rate"));
    assertThrows(
        InvalidInputException.class,
        () ->
            NetworkLayers.configuration(
                settings(Architecture.LENET, 1, 1, 0, 0), ImageShape.grey(12, 12), 2));
    assertThrows(InvalidInputException.class, () -> settings(Architecture.L20, 0, 1, 0, 0));
    assertThrows(InvalidInputException.class, () -> settings(Architecture.L20, 1, 0, 0, 0));
    assertThrows(InvalidInputException.class, () -> settings(Architecture.L20, 1, 1, 1, 0));
    assertThrows(InvalidInputException.class, () -> settings(Architecture.L20, 1, 1, 0, -1));
  }
}
