package io.github.unitscope.experiments.occlude;

import io.github.unitscope.visualize.occlude.ImageOcclusion;

/**
 * An image and what became of it.
 *
 * @param number in its dataset, or among the photographs, from 0
 * @param name of its file; empty for images of datasets
 * @param occlusion what the square does to it
 */
record OccludedImage(int number, String name, ImageOcclusion occlusion) {}
