package io.github.unitscope.rbm;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.stacks.tied.Half;
import io.github.unitscope.stacks.tied.TiedProducts;
import io.github.unitscope.stacks.tied.UnitBlock;
import io.github.unitscope.stacks.training.BatchRows;
import io.github.unitscope.stacks.training.TrainingRows;
import io.github.unitscope.stacks.training.UpdateRule;
import java.util.Arrays;

/**
 * One step of contrastive divergence (Hinton 2002) or its persistent variant (Tieleman 2008) after
 * the other, on one machine whose parameters it changes.
 *
 * <p>Threads share the units of both layers ({@link TiedProducts}); how they are cut depends on the
 * sizes only, so results do not depend on the number of threads.
 */
final class ContrastiveDivergence implements UpdateRule {
  private static final String HIDDEN = "hidden";
  private static final String CHAIN = "chain";

  /** How much of the old estimate of a unit's mean activation a batch keeps (Hinton 2010). */
  private static final double SPARSITY_DECAY = 0.9;

  private final Rbm rbm;
  private final RbmSettings settings;
  private final BatchRows data;
  private final TiedProducts products;
  private final double[] visibleVelocity;
  private final double[] hiddenVelocity;
  private final double[] meanActivation;
  private final int batchSize;
  private final long[] seeds;

  /** Sums over the batch: chain minus data, −p(h | end of the chain) and p(h | data). */
  private final double[] visibleDescent;

  private final double[] chainActivation;
  private final double[] activation;

  /** Whether the products hold chains to go on from. */
  private boolean chainStarted;

  ContrastiveDivergence(Rbm rbm, RbmSettings settings, int batchSize, Workers workers) {
    this.rbm = rbm;
    this.settings = settings;
    this.batchSize = batchSize;
    this.data = new BatchRows(batchSize, rbm.visible(), workers);
    this.products = new TiedProducts(rbm.weights(), batchSize, hasVelocity(settings), workers);
    this.visibleVelocity = new double[rbm.visible()];
    this.hiddenVelocity = new double[rbm.hidden()];
    this.meanActivation = new double[rbm.hidden()];
    Arrays.fill(meanActivation, settings.sparsityTarget());
    this.seeds = new long[batchSize];
    this.visibleDescent = new double[rbm.visible()];
    this.chainActivation = new double[rbm.hidden()];
    this.activation = new double[rbm.hidden()];
  }

  private static boolean hasVelocity(RbmSettings settings) {
    return settings.momentum() != 0 || settings.finalMomentum() != 0 || settings.weightDecay() != 0;
  }

  @Override
  public void step(TrainingRows rows, int[] indices, int from, int epoch, Seed seed) {
    double rate = settings.learningRateAt(epoch);
    double momentum = settings.momentumAt(epoch);
    Arrays.fill(visibleDescent, 0);
    Arrays.fill(chainActivation, 0);
    Arrays.fill(activation, 0);
    readData(rows, indices, from, seed.derive("binarize"));
    positivePhase(gibbsSeed(seed, 0));
    for (int k = 0; k < settings.gibbsSteps(); k++) {
      boolean isLast = k + 1 == settings.gibbsSteps();
      sampleVisible(gibbsSeed(seed, k), isLast);
      if (isLast) {
        products.upAndMove(
            Half.SECOND, this::endChain, rate / batchSize, momentum, rate * settings.weightDecay());
      } else {
        drawSeeds(gibbsSeed(seed, k + 1).derive(HIDDEN));
        products.up(Half.SECOND, this::sampleHidden);
      }
    }
    chainStarted = true;
    moveVisibleBias(rate, momentum);
    moveHiddenBias(rate, momentum);
  }

  private void readData(TrainingRows rows, int[] indices, int from, Seed seed) {
    data.read(
        rows,
        indices,
        from,
        row -> {
          settings.binarize().apply(data.values()[row], seed.derive(row));
          products.setVisible(row, data.values()[row]);
        });
  }

  private static Seed gibbsSeed(Seed seed, int k) {
    return seed.derive("gibbs").derive(k);
  }

  private void drawSeeds(Seed seed) {
    for (int row = 0; row < seeds.length; row++) {
      seeds[row] = seed.derive(row).value();
    }
  }

  /** p(h | data), and the states that the chains start from. */
  private void positivePhase(Seed seed) {
    boolean goesOn = settings.persistent() && chainStarted;
    drawSeeds(seed.derive(HIDDEN));
    products.up(
        Half.FIRST,
        block -> {
          block.activate(rbm.hiddenBias());
          block.addRowSums(activation);
          products.setHidden(Half.FIRST, block);
          if (goesOn) {
            products.getHidden(Half.SECOND, block);
            block.negate();
          }
          block.drawBinary(seeds);
          products.setStates(block);
        });
  }

  private void sampleHidden(UnitBlock block) {
    block.activate(rbm.hiddenBias());
    block.drawBinary(seeds);
    products.setStates(block);
  }

  private void sampleVisible(Seed seed, boolean isLast) {
    drawSeeds(seed.derive("visible"));
    products.down(
        block -> {
          rbm.visibleUnits().sample(block, rbm.visibleBias(), seeds);
          products.setVisible(Half.SECOND, block);
          if (isLast) {
            block.subtract(data.values());
            block.addRowSums(visibleDescent);
          }
        });
  }

  /** The means p(h | end of the chain) with a minus: the gradient descends on them. */
  private void endChain(UnitBlock block) {
    block.activate(rbm.hiddenBias());
    block.negate();
    block.addRowSums(chainActivation);
    products.setHidden(Half.SECOND, block);
  }

  @Override
  public void put(StateArrays state) {
    products.put(state);
    if (settings.persistent()) {
      state.put(CHAIN, products.hidden(Half.SECOND));
    }
    state.put("visible_velocity", visibleVelocity);
    state.put("hidden_velocity", hiddenVelocity);
    state.put("mean_activation", meanActivation);
  }

  @Override
  public void restore(KeptState kept) {
    products.restore(kept);
    if (settings.persistent()) {
      Matrix chain = products.hidden(Half.SECOND);
      kept.into(CHAIN, chain);
      products.setHidden(Half.SECOND, chain);
    }
    kept.into("visible_velocity", visibleVelocity);
    kept.into("hidden_velocity", hiddenVelocity);
    kept.into("mean_activation", meanActivation);
    chainStarted = true;
  }

  private void moveVisibleBias(double rate, double momentum) {
    float[] bias = rbm.visibleBias();
    for (int i = 0; i < bias.length; i++) {
      visibleVelocity[i] = momentum * visibleVelocity[i] - rate * visibleDescent[i] / batchSize;
      bias[i] += (float) visibleVelocity[i];
    }
  }

  private void moveHiddenBias(double rate, double momentum) {
    float[] bias = rbm.hiddenBias();
    for (int j = 0; j < bias.length; j++) {
      double gradient = (activation[j] + chainActivation[j]) / batchSize;
      double pull = sparsityGradient(j, activation[j] / batchSize);
      hiddenVelocity[j] = momentum * hiddenVelocity[j] + rate * (gradient + pull);
      bias[j] += (float) hiddenVelocity[j];
    }
  }

  /** The pull towards the sparsity target, on the biases only as Lee et al. (2008) advise. */
  private double sparsityGradient(int unit, double activation) {
    meanActivation[unit] =
        SPARSITY_DECAY * meanActivation[unit] + (1 - SPARSITY_DECAY) * activation;
    return settings.sparsityCost() * (settings.sparsityTarget() - meanActivation[unit]);
  }
}
