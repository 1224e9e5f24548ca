package io.github.unitscope.visualize.sample;

import io.github.unitscope.network.random.Seed;

/**
 * One chain to run.
 *
 * @param unit held on
 * @param seed of the chain
 * @param images [samples][inputs], where its samples go
 * @param firstImage the place of its first sample
 */
record Chain(int unit, Seed seed, float[][] images, int firstImage) {}
