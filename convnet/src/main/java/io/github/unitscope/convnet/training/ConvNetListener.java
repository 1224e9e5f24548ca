package io.github.unitscope.convnet.training;

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
   * After a step.
   *
   * @param network as it is now; not to be changed, and another after this call
   */
  void onStep(StepMetrics metrics, MultiLayerNetwork network);
}
