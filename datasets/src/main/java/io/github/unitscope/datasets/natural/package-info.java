/**
 * Patches of natural images, whitened.
 *
 * <p>Begin with {@link io.github.unitscope.datasets.natural.PatchDataset}: pictures, from {@link
 * io.github.unitscope.datasets.natural.PhotographFolder} or drawn by {@link
 * io.github.unitscope.datasets.natural.DeadLeaves}, become patches as {@link
 * io.github.unitscope.datasets.natural.PatchSettings} says.
 */
package io.github.unitscope.datasets.natural;
