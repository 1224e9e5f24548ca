package io.github.unitscope.convnet.training;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Is told how training goes, and can look at the network on the way. */
public interface ConvNetListener {
  /** Hears nothing. */
  ConvNetListener NONE =
      new ConvNetListener() {
        @Override
        public void onStart(MultiLayerNetwork network) {}

        @Override
        public void onStep(StepMetrics metrics, MultiLayerNetwork network) {}
      };

  /**
   * Before the first step.
   *
   * @param network as it begins; not to be changed, and another after this call
   */
  void onStart(MultiLayerNetwork network);

  /**
   * In place of {@link #onStart}, where a training goes on that was stopped.
   *
   * @param done how all steps went that were done
   */
  default void onResume(List<StepMetrics> done) {}

  /**
   * After a step.
   *
   * @param network as it is now; not to be changed, and another after this call
   */
  void onStep(StepMetrics metrics, MultiLayerNetwork network);
}
