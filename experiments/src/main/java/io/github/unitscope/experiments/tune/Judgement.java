package io.github.unitscope.experiments.tune;

/**
 * How good a trained model is.
 *
 * @param criterion what is to be small
 * @param tie what decides between equal criteria, to be small too
 * @param epoch of the fine-tuning that was chosen; 0 where there was none
 */
public record Judgement(double criterion, double tie, int epoch) {}
