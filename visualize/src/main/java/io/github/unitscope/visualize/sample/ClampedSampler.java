package io.github.unitscope.visualize.sample;

import io.github.unitscope.network.Generative;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.MemoryNeed;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Samples what a network expects to see when a unit is on: p(x | h_ij = 1).
 *
 * <p>The unit is held on through the whole chain of block Gibbs steps between its layer and the one
 * below; from the states of the lower of the two, samples go down to the input. Chains are rows of
 * one batch, each with seeds of its own: a unit gives the same bits alone and among others, with
 * any number of threads. The images of a few units are held at once; when these are done their mean
 * and their diagnosis are taken, and only the images that are to be kept stay.
 */
public final class ClampedSampler {
  /** Of an array or a chain without what is in it, about. */
  private static final int OBJECT_BYTES = 32;

  /** How many bytes of samples are held before they are summed up, if a unit has no more. */
  private static final long BYTES_AT_ONCE = 256L << 20;

  private final Generative network;
  private final SamplingSettings settings;
  private final MixingCriterion criterion;
  private final Workers workers;
  private final long bytesAtOnce;

  /**
   * @param network to look at
   * @param settings how the chains are run
   * @param criterion when they count as mixed
   * @param workers the threads to use
   * @throws InvalidInputException if the network cannot be run downwards
   */
  public ClampedSampler(
      Network network, SamplingSettings settings, MixingCriterion criterion, Workers workers) {
    this(network, settings, criterion, workers, BYTES_AT_ONCE);
  }

  /** With another limit on the samples that are held; results do not depend on it. */
  ClampedSampler(
      Network network,
      SamplingSettings settings,
      MixingCriterion criterion,
      Workers workers,
      long bytesAtOnce) {
    if (!(network instanceof Generative generative)) {
      throw new InvalidInputException(
          "sampling needs a model with a distribution over its inputs, a deep belief network;"
              + " this one only maps inputs to outputs");
    }
    this.network = generative;
    this.settings = settings;
    this.criterion = criterion;
    this.workers = workers;
    this.bytesAtOnce = bytesAtOnce;
  }

  /**
   * Samples of some units of a layer, in their order.
   *
   * @param layer from 1
   * @param units from 0
   * @param seed of everything; every unit and chain derives its own
   * @param finished is told how many chains are done, from several threads
   * @throws InvalidInputException if there is no such layer or unit
   */
  public List<UnitSamples> sample(
      int layer, List<Integer> units, Seed seed, LongConsumer finished) {
    units.forEach(unit -> network.layer(layer).requireUnit(unit));
    requireMemory(units.size());
    int rows = new ClampedChains(network, layer, settings).usableRows().length;
    AtomicLong done = new AtomicLong();
    List<UnitSamples> samples = new ArrayList<>();
    int atOnce = unitsAtOnce();
    for (int from = 0; from < units.size(); from += atOnce) {
      List<Integer> some = units.subList(from, Math.min(units.size(), from + atOnce));
      samples.addAll(
          sampleSome(layer, some, seed, rows, count -> finished.accept(done.addAndGet(count))));
    }
    return List.copyOf(samples);
  }

  private void requireMemory(int units) {
    double image = OBJECT_BYTES + Float.BYTES * (double) network.inputShape().size();
    double kept = (double) units * settings.chains() * settings.keptPerChain() * image;
    double ofOneUnit = settings.samples() * image + (double) settings.chains() * OBJECT_BYTES;
    MemoryNeed.requireHeap(
        String.format(
            Locale.ROOT,
            "%d samples of %d chains, and those kept for %d units,",
            settings.samplesPerChain(),
            settings.chains(),
            units),
        ofOneUnit + kept);
  }

  private int unitsAtOnce() {
    long bytes = (long) Float.BYTES * settings.samples() * network.inputShape().size();
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytesAtOnce / bytes));
  }

  private List<UnitSamples> sampleSome(
      int layer, List<Integer> units, Seed seed, int rows, LongConsumer newlyFinished) {
    List<float[][]> images = new ArrayList<>();
    List<Chain> chains = new ArrayList<>();
    for (int unit : units) {
      float[][] ofUnit = new float[settings.samples()][network.inputShape().size()];
      images.add(ofUnit);
      Seed unitSeed = seed.derive("sample").derive(layer).derive(unit);
      for (int chain = 0; chain < settings.chains(); chain++) {
        int first = chain * settings.samplesPerChain();
        chains.add(new Chain(unit, unitSeed.derive(chain), ofUnit, first));
      }
    }
    run(layer, chains, rows, newlyFinished);
    UnitSamples[] samples = new UnitSamples[units.size()];
    workers.forEachShard(samples.length, i -> samples[i] = sumUp(units.get(i), images.get(i)));
    return List.of(samples);
  }

  /**
   * @param rows of a batch that can be used
   */
  private void run(int layer, List<Chain> chains, int rows, LongConsumer newlyFinished) {
    int batches = (chains.size() + rows - 1) / rows;
    workers.forEachShard(
        batches,
        batch -> {
          int from = batch * rows;
          int to = Math.min(chains.size(), from + rows);
          new ClampedChains(network, layer, settings).run(chains.subList(from, to));
          newlyFinished.accept(to - from);
        });
  }

  private UnitSamples sumUp(int unit, float[][] images) {
    Mixing mixing = Mixing.of(images, settings, criterion);
    return new UnitSamples(unit, mean(images), kept(images), mixing);
  }

  private float[][] kept(float[][] images) {
    float[][] kept = new float[settings.chains() * settings.keptPerChain()][];
    for (int i = 0; i < kept.length; i++) {
      int chain = i / settings.keptPerChain();
      int inChain = settings.keptIndex(i % settings.keptPerChain());
      kept[i] = images[chain * settings.samplesPerChain() + inChain];
    }
    return kept;
  }

  private static float[] mean(float[][] images) {
    double[] sums = new double[images[0].length];
    for (float[] image : images) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += image[i];
      }
    }
    float[] mean = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      mean[i] = (float) (sums[i] / images.length);
    }
    return mean;
  }
}
