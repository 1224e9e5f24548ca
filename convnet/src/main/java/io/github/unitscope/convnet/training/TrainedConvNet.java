package io.github.unitscope.convnet.training;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * What came out of training.
 *
 * @param network with the layers conv1, pool1, dense1, … softmax
 * @param steps how all of them went
 */
public record TrainedConvNet(MultiLayerNetwork network, List<StepMetrics> steps) {
  /** Copies the list. */
  public TrainedConvNet {
    steps = List.copyOf(steps);
  }

  /** How the last step went, which had a test. */
  public StepMetrics last() {
    return steps.get(steps.size() - 1);
  }
}
