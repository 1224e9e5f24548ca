package io.github.unitscope.stacks.training;

import java.util.List;
import java.util.stream.IntStream;

/** How a stack is trained. */
public interface StackSettings {
  /** The hidden units of the stacks of Erhan et al. (2009). */
  List<Integer> DEFAULT_LAYERS = List.of(500, 500, 500);

  /** The number of hidden units of every layer, from the input upwards. */
  List<Integer> layers();

  /** How a layer is trained, from 1. */
  TrainingSettings layer(int layer);

  /** The epochs of all layers. */
  default int totalEpochs() {
    return IntStream.rangeClosed(1, layers().size()).map(layer -> layer(layer).epochs()).sum();
  }
}
