/**
 * What training reads, whatever the model: {@link
 * io.github.unitscope.datasets.training.TrainingRows}, the images or what a trained layer makes of
 * them, and {@link io.github.unitscope.datasets.training.EpochOrder}; and how the layers of stacks
 * go through it, and go on after a stop: {@link io.github.unitscope.datasets.training.LayerLoop}.
 */
package io.github.unitscope.datasets.training;
