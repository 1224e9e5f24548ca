package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.random.Seed;

/**
 * One ascent to make.
 *
 * @param objective what to maximize
 * @param seed of its start
 */
public record Target(Objective objective, Seed seed) {}
