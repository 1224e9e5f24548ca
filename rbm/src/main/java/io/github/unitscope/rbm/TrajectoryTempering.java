package io.github.unitscope.rbm;

import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Panel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.machine.VisibleUnits;
import io.github.unitscope.rbm.tempering.Ladder;
import io.github.unitscope.rbm.tempering.LadderGrowth;
import io.github.unitscope.rbm.tempering.Population;
import io.github.unitscope.rbm.tempering.TemperedBlock;
import io.github.unitscope.stacks.training.BatchRows;
import io.github.unitscope.stacks.training.TrainingRows;
import io.github.unitscope.stacks.training.UpdateRule;
import java.util.Arrays;

/**
 * Steps of maximum likelihood whose model expectations come from chains in equilibrium: parallel
 * trajectory tempering (Béreux, Decelle, Furtlehner, Rosset, Seoane 2025) with the {@link
 * CentredGradient centred gradient}. Many persistent chains, independent of the batch size,
 * exchange states along a ladder of frozen copies of the machine's own training.
 *
 * <p>Data of binary units are drawn anew each time that they are shown: a machine whose units are
 * on or off is not in equilibrium with greys.
 */
final class TrajectoryTempering implements UpdateRule {
  /**
   * A ladder of fewer rungs is swept twice as often. Machines change fastest in the beginning, and
   * sweeps cost least there.
   */
  private static final int SHORT = 8;

  private static final String HIDDEN_OFFSET = "hidden_offset";

  private final Rbm rbm;
  private final RbmSettings settings;
  private final int batchSize;
  private final Workers workers;
  private final BatchRows data;
  private final Panel dataVisible;
  private final Panel dataHidden;
  private final double[][] hiddenSums;
  private final CentredGradient gradient;
  private final Population population;
  private final LadderGrowth growth;

  /**
   * @param means of the data, [visible]
   * @param seed of the chains
   */
  TrajectoryTempering(
      Rbm rbm, RbmSettings settings, int batchSize, float[] means, Seed seed, Workers workers) {
    this.rbm = rbm;
    this.settings = settings;
    this.batchSize = batchSize;
    this.workers = workers;
    this.data = new BatchRows(batchSize, rbm.visible(), workers);
    this.dataVisible = Panel.of(Matrix.zeros(rbm.visible(), batchSize));
    this.dataHidden = Panel.of(Matrix.zeros(rbm.hidden(), batchSize));
    this.hiddenSums = new double[(batchSize + Population.BLOCK - 1) / Population.BLOCK][];
    Arrays.setAll(hiddenSums, i -> new double[rbm.hidden()]);
    this.population =
        new Population(rbm, settings.tempering().chains(), seed.derive("chains"), workers);
    this.growth = new LadderGrowth(population, rbm);
    this.gradient =
        new CentredGradient(rbm, means, batchSize, population.chains(), Population.BLOCK, workers);
  }

  /** The ladder as it is now. */
  Ladder ladder() {
    return population.ladder();
  }

  @Override
  public void step(TrainingRows rows, int[] indices, int from, int epoch, Seed seed) {
    readData(rows, indices, from, seed.derive("binarize"));
    workers.forEachShard(hiddenSums.length, this::positivePhase);
    population.forEachBlock(this::negativePhase);
    double rate = growth.rateFactor() * settings.learningRateAt(epoch);
    gradient.move(rate, settings.weightDecay());
    gradient.moveOffset(hiddenSums, batchSize);
    population.forEachBlock((block, number) -> block.refreshTop());
    growth.update();
  }

  private void readData(TrainingRows rows, int[] indices, int from, Seed seed) {
    data.read(
        rows,
        indices,
        from,
        row -> {
          if (rbm.visibleUnits() == VisibleUnits.BERNOULLI) {
            drawn().apply(data.values()[row], seed.derive(row));
          }
          dataVisible.writeColumn(row, data.values()[row]);
        });
  }

  private Binarization drawn() {
    return settings.binarize() == Binarization.NONE ? Binarization.SAMPLE : settings.binarize();
  }

  private void positivePhase(int shard) {
    int first = shard * Population.BLOCK;
    int count = Math.min(Population.BLOCK, batchSize - first);
    Panel hidden = dataHidden.columns(first, count);
    Panel visible = dataVisible.columns(first, count);
    Panel.transposedMultiply(Panel.of(rbm.weights()), visible, hidden);
    float[] means = new float[count * rbm.hidden()];
    hidden.read(means);
    Affine.addToRows(means, rbm.hiddenBias());
    Logistic.apply(means, means.length);
    addSums(means, hiddenSums[shard]);
    float[] states = new float[count * rbm.visible()];
    visible.read(states);
    gradient.setData(shard, states, means);
  }

  private static void addSums(float[] means, double[] sums) {
    Arrays.fill(sums, 0);
    for (int from = 0; from < means.length; from += sums.length) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += means[from + j];
      }
    }
  }

  private void negativePhase(TemperedBlock block, int number) {
    int sweeps = settings.gibbsSteps() * (population.rungs() < SHORT ? 2 : 1);
    for (int sweep = 0; sweep < sweeps; sweep++) {
      block.sweep();
    }
    gradient.setModel(number, block.below().clone(), block.means().clone());
  }

  @Override
  public void putLearned(StateArrays state) {
    population.putLadder(state);
  }

  @Override
  public void restoreLearned(KeptState kept) {
    population.restoreLadder(kept);
  }

  @Override
  public void put(StateArrays state) {
    population.putChains(state);
    growth.put(state);
    state.put(HIDDEN_OFFSET, gradient.hiddenOffset());
  }

  @Override
  public void restore(KeptState kept) {
    population.restoreChains(kept);
    growth.restore(kept);
    kept.into(HIDDEN_OFFSET, gradient.hiddenOffset());
  }
}
