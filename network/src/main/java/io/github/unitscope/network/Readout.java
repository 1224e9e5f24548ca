package io.github.unitscope.network;

/**
 * What is read from a network: a quantity of all units of a layer.
 *
 * @param layer from 1
 * @param quantity which value of its units
 */
public record Readout(int layer, Quantity quantity) {}
