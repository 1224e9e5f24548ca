/**
 * Photographs: how their files are read, cut into patches and whitened, and scenes of dead leaves
 * that are drawn in their place. Begin with {@link
 * io.github.unitscope.datasets.photographs.PatchCutter}.
 */
package io.github.unitscope.datasets.photographs;
