package io.github.unitscope.network.model;

import io.github.unitscope.network.Network;

/**
 * A network with what its folder says of its images.
 *
 * @param network what the methods look at
 * @param trainedOn the images that it was trained on
 */
public record StoredNetwork(Network network, TrainedOn trainedOn) {}
