package io.github.unitscope.network;

import java.util.List;

/** A network whose last layer tells classes apart. */
public interface Classifying extends Network {

  /** The names of the classes; numbers where they have none. */
  List<String> classes();

  /** The class scores before the softmax: [classes]. */
  Readout logits();

  /** The class probabilities: [classes], adding up to 1. */
  Readout probabilities();
}
