package io.github.unitscope.convnet.importing;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.NormalizedLayer;

/**
 * A network that was imported.
 *
 * @param network as it is at inference
 * @param normalized what its first batch normalization of a layer remembers; null if it has none
 */
public record ImportedNetwork(ConvNetwork network, NormalizedLayer normalized) {}
