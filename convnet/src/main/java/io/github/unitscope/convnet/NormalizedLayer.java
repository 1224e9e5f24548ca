package io.github.unitscope.convnet;

/**
 * What a batch normalization remembers of the layer below it, from the data that the network was
 * trained on.
 *
 * @param layer whose pre-activations or activations were normalized, from 1
 * @param mean [channels]
 * @param variance [channels]
 */
public record NormalizedLayer(int layer, float[] mean, float[] variance) {}
