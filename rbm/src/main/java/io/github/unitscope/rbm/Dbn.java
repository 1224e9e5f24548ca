package io.github.unitscope.rbm;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Tempered;
import io.github.unitscope.network.TemperedChains;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.machine.VisibleUnits;
import io.github.unitscope.rbm.tempering.Ladder;
import io.github.unitscope.rbm.tempering.TemperedBlock;
import io.github.unitscope.stacks.TiedStack;
import io.github.unitscope.stacks.training.TrainingListener;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A deep belief network (Hinton, Osindero, Teh 2006): restricted Boltzmann machines on top of each
 * other. The top one is undirected; those below are run upwards by their recognition weights and
 * downwards by their generative ones, which are the same before fine-tuning.
 */
public final class Dbn extends TiedStack<Rbm> implements Tempered {
  /** What the seed of a training is derived for, here and by the command; it decides bits. */
  public static final String SEED_WORD = "train dbn";

  private final Map<Integer, Ladder> ladders;

  /**
   * @param inputShape the shape of the images
   * @param rbms from the input upwards
   * @throws io.github.unitscope.network.message.InvalidInputException if one does not fit the one
   *     below it, or there is none
   */
  public Dbn(ImageShape inputShape, List<Rbm> rbms) {
    this(inputShape, rbms, Map.of());
  }

  private Dbn(ImageShape inputShape, List<Rbm> rbms, Map<Integer, Ladder> ladders) {
    super(inputShape, rbms);
    this.ladders = Map.copyOf(ladders);
  }

  /**
   * The same network with ladders along which its layers are sampled.
   *
   * @param others by the numbers of their layers, from 1; each leads to that layer
   * @throws InvalidInputException if one leads to another machine
   */
  public Dbn withLadders(Map<Integer, Ladder> others) {
    others.forEach(
        (layer, ladder) -> {
          if (!ladder.leadsTo(rbm(layer))) {
            throw new InvalidInputException(
                "the ladder of layer " + layer + " leads to another machine");
          }
        });
    return new Dbn(inputShape(), tiedLayers(), others);
  }

  /** The ladders that there are, by the numbers of their layers. */
  public Map<Integer, Ladder> ladders() {
    return ladders;
  }

  private Ladder ladder(int layer) {
    Ladder ladder = ladders.get(layer);
    if (ladder == null) {
      throw new IllegalStateException("layer " + layer + " has no ladder");
    }
    return ladder;
  }

  @Override
  public int rungs(int layer) {
    return ladders.containsKey(layer) ? ladder(layer).size() : 0;
  }

  @Override
  public double hiddenBias(int layer, int unit) {
    return rbm(layer).hiddenBias()[unit];
  }

  @Override
  public TemperedChains temper(int layer, OptionalInt clamped, int chains, Seed seed) {
    return new TemperedBlock(ladder(layer), chains, clamped.orElse(-1), seed);
  }

  /**
   * Trains a network on all processors; the same bits as {@code ./unitscope train dbn} with the
   * same settings, images and seed. {@link DbnTrainer} can be listened to, stopped and resumed.
   *
   * <pre>{@code
   * Dbn dbn = Dbn.train(DbnSettings.of(500, 500), SyntheticDigits.dataset(), 42);
   * }</pre>
   *
   * @throws io.github.unitscope.stacks.training.TrainingDivergedException if the numbers of a layer
   *     leave all bounds
   */
  public static Dbn train(DbnSettings settings, Dataset data, long seed) {
    try (Workers workers = Workers.ofAllProcessors()) {
      return new DbnTrainer(settings, workers, TrainingListener.NONE)
          .train(data.train(), data.validation(), Seed.root(seed).derive(SEED_WORD));
    }
  }

  @Override
  public boolean hasBinaryInput() {
    return rbm(1).visibleUnits() == VisibleUnits.BERNOULLI;
  }

  private Rbm rbm(int layer) {
    return tiedLayers().get(layer(layer).index() - 1);
  }

  @Override
  public void propUp(int layer, Matrix below, Matrix means) {
    rbm(layer).propUp(below, means);
  }

  @Override
  public void sample(int layer, Matrix means, long[] seeds, Matrix samples) {
    if (layer == 0) {
      rbm(1).sampleVisible(means, seeds, samples);
    } else {
      Tempered.super.sample(layer, means, seeds, samples);
    }
  }

  @Override
  public void propDown(int layer, Matrix above, Matrix means) {
    rbm(layer).propDown(above, means);
  }
}
