package io.github.unitscope.convnet.training;

import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.StateArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;

/** The steps of Adam on a network, and all that they change. */
final class Optimization {
  private static final String FIRST_FILTERS = "0_W";
  private static final String STEP = "step";
  private static final String PARAMETERS = "parameters";
  private static final String MOMENTS = "adam";
  private static final String METRICS = "metrics";

  private final ConvNetSettings settings;
  private final MultiLayerNetwork network;
  private final FilterBound bound;
  private final INDArray update;
  private final INDArray moments;
  private final GradientUpdater<?> adam;
  private final List<StepMetrics> steps = new ArrayList<>();

  /**
   * @param network with its first weights; its parameters are changed
   */
  Optimization(ConvNetSettings settings, MultiLayerNetwork network) {
    this.settings = settings;
    this.network = network;
    this.bound = new FilterBound(settings.largestFilterRms());
    int parameters = parameters();
    Adam rule = new Adam(settings.learningRate());
    this.update = Nd4j.create(DataType.FLOAT, parameters);
    this.moments = Nd4j.create(DataType.FLOAT, 1, rule.stateSize(parameters));
    this.adam = rule.instantiate(moments, true);
    bound.apply(network.getParam(FIRST_FILTERS));
  }

  /** How many numbers a step moves. */
  int parameters() {
    return Math.toIntExact(network.numParams());
  }

  /** How the steps went that were done. */
  List<StepMetrics> steps() {
    return steps;
  }

  /**
   * Moves the parameters once.
   *
   * @param gradient [parameters]
   * @param step from 1
   * @param epoch from 1
   */
  void move(float[] gradient, int step, int epoch) {
    update.data().asNioFloat().put(0, gradient);
    adam.applyUpdater(update, step - 1, epoch - 1);
    network.params().subi(update);
    bound.apply(network.getParam(FIRST_FILTERS));
  }

  /**
   * Whether the next step depends on finite numbers only. Where it does not, either the next loss
   * ends the training, or the numbers recover; there is no need to go on from here.
   */
  boolean isFinite() {
    return allFinite(values(network.params())) && allFinite(values(moments));
  }

  private static boolean allFinite(float[] values) {
    boolean finite = true;
    for (float value : values) {
      finite &= Float.isFinite(value);
    }
    return finite;
  }

  /** The whole state after a step. */
  StateArrays state() {
    double[] metrics =
        steps.stream().map(StepMetrics::values).flatMapToDouble(DoubleStream::of).toArray();
    return new StateArrays()
        .put(STEP, steps.size())
        .put(PARAMETERS, values(network.params()))
        .put(MOMENTS, values(moments))
        .put(METRICS, NpyArray.of(metrics, steps.size(), StepMetrics.VALUES));
  }

  /** Sets what {@link #state} gave. */
  void restore(KeptState kept, BatchOrder order) {
    int done = (int) kept.number(STEP, 1, settings.steps());
    set(network.params(), kept.floats(PARAMETERS, parameters()));
    set(moments, kept.floats(MOMENTS, Math.toIntExact(moments.length())));
    List<double[]> metrics = kept.table(METRICS, done, StepMetrics.VALUES);
    for (int step = 1; step <= done; step++) {
      StepMetrics restored = StepMetrics.of(step, order.epoch(step), metrics.get(step - 1));
      if (!restored.isFinite() || restored.isTested() != settings.isTested(step)) {
        throw kept.problem(
            METRICS, String.format(Locale.ROOT, "has numbers that step %d cannot have had", step));
      }
      steps.add(restored);
    }
  }

  private static float[] values(INDArray array) {
    float[] values = new float[Math.toIntExact(array.length())];
    array.data().asNioFloat().get(0, values);
    return values;
  }

  private static void set(INDArray array, float[] values) {
    array.data().asNioFloat().put(0, values);
  }
}
