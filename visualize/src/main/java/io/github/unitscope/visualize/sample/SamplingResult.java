package io.github.unitscope.visualize.sample;

import io.github.unitscope.network.Network;
import java.util.List;

/**
 * What sampling with units clamped on found.
 *
 * @param network that was looked at
 * @param layer of the units, from 1
 * @param settings of the chains
 * @param criterion when they count as mixed
 * @param samples of every unit
 */
public record SamplingResult(
    Network network,
    int layer,
    SamplingSettings settings,
    MixingCriterion criterion,
    List<UnitSamples> samples) {

  /** Copies the list of samples. */
  public SamplingResult {
    samples = List.copyOf(samples);
  }
}
