/**
 * What training reads, whatever the model: {@link
 * io.github.unitscope.datasets.training.TrainingRows}, the images or what a trained layer makes of
 * them, and {@link io.github.unitscope.datasets.training.EpochOrder}.
 */
package io.github.unitscope.datasets.training;
