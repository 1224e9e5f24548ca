package io.github.unitscope.visualize.maximize;

/**
 * How images are found, whatever is maximized.
 *
 * @param constraint where an image must stay
 * @param start what it is before the first step
 * @param ascent when it stops
 */
public record Specification(Constraint constraint, Start start, Ascent ascent) {}
