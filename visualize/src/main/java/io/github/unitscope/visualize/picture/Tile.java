package io.github.unitscope.visualize.picture;

/**
 * One image of a panel.
 *
 * @param values [channels × height × width], row-major
 * @param label below it, for example the number of the unit; may be empty
 * @param marked whether it is to be doubted: its ascent did not converge
 */
public record Tile(float[] values, String label, boolean marked) {}
