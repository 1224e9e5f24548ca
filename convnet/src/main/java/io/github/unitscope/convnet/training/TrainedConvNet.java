package io.github.unitscope.convnet.training;

import io.github.unitscope.convnet.ConvNetwork;
import java.util.List;

/**
 * What came out of training.
 *
 * @param network at inference, with the layers conv1, pool1, dense1, … softmax
 * @param steps how all of them went
 */
public record TrainedConvNet(ConvNetwork network, List<StepMetrics> steps) {
  /** Copies the list. */
  public TrainedConvNet {
    steps = List.copyOf(steps);
  }

  /** How the last step went, which had a test. */
  public StepMetrics last() {
    return steps.get(steps.size() - 1);
  }
}
