package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.select.Objective;

/**
 * One ascent to make.
 *
 * @param objective what to maximize
 * @param seed of its start
 */
public record AscentJob(Objective objective, Seed seed) {}
