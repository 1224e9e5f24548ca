package io.github.unitscope.convnet.training;

import java.util.List;

/** Is told how training goes, and can look at the network on the way. */
public interface ConvNetListener {
  /** Hears nothing. */
  ConvNetListener NONE =
      new ConvNetListener() {
        @Override
        public void onStart(TrainingSnapshot network) {}

        @Override
        public void onStep(StepMetrics metrics, TrainingSnapshot network) {}
      };

  /**
   * Before the first step.
   *
   * @param network as it begins; valid during this call
   */
  void onStart(TrainingSnapshot network);

  /**
   * In place of {@link #onStart}, where a training goes on that was stopped.
   *
   * @param done how all steps went that were done
   */
  default void onResume(List<StepMetrics> done) {}

  /**
   * After a step.
   *
   * @param network as it is now; valid during this call
   */
  void onStep(StepMetrics metrics, TrainingSnapshot network);
}
