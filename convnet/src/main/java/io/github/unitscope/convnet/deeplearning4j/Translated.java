package io.github.unitscope.convnet.deeplearning4j;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.NormalizedLayer;

/**
 * A network of Deeplearning4j as one of ours.
 *
 * @param network as it is at inference
 * @param normalized what its first batch normalization remembers; null if it has none
 */
public record Translated(ConvNetwork network, NormalizedLayer normalized) {}
