package io.github.unitscope.network.model;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.storage.ModelSource;

/**
 * A model that was read from its folder.
 *
 * @param format of the folder
 * @param network what the methods look at
 * @param trainedOn the images that it was trained on
 * @param source the files that it was read from
 */
public record StoredModel(
    ModelFormat format, Network network, TrainedOn trainedOn, ModelSource source) {}
