package io.github.unitscope.stacks.training;

import io.github.unitscope.stacks.TiedLayer;

/**
 * A layer at the beginning of its training.
 *
 * @param layer untrained; the rule changes its parameters
 * @param rule moves it
 * @param monitor measures it
 * @param <L> the kind of layer
 * @param <M> what is measured after an epoch
 */
public record LayerStart<L extends TiedLayer<L>, M extends LayerMetrics>(
    L layer, UpdateRule rule, LayerMonitor<L, M> monitor) {}
