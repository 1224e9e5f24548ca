package io.github.unitscope.experiments.evolve;

/**
 * What a convolution does after a step.
 *
 * @param activations [images][units]
 * @param strongestImage [channels]: the image in which a channel is the most active
 * @param strongestUnit [channels]: the unit that is
 * @param projections [channels][inputs]: what that activation goes back to
 */
record LayerFrame(
    float[][] activations, int[] strongestImage, int[] strongestUnit, float[][] projections) {}
