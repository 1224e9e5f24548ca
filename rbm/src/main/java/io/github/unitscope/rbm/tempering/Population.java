package io.github.unitscope.rbm.tempering;

import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;
import io.github.unitscope.rbm.machine.Rbm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * Chains on every rung of a ladder that grows while its machine is trained, in blocks that threads
 * share.
 */
public final class Population {
  /** Chains of a block; a product of so many columns runs at the speed of a large one. */
  public static final int BLOCK = 128;

  /** Far above any ladder. */
  private static final int MOST_RUNGS = 1000;

  private static final String RUNGS = "rungs";
  private static final String RUNG = "rung";
  private static final String WEIGHTS = ".weights";
  private static final String VISIBLE_BIAS = ".visible_bias";
  private static final String HIDDEN_BIAS = ".hidden_bias";
  private static final String BLOCKS = "block";

  private final List<Rbm> rungs = new ArrayList<>();
  private final List<TemperedBlock> blocks;
  private final int chains;
  private final Workers workers;

  /**
   * Begins with a machine whose weights are small, above one that has none.
   *
   * @param machine that is going to change
   * @param chains on every rung; rounded up to whole blocks
   */
  public Population(Rbm machine, int chains, Seed seed, Workers workers) {
    this.workers = workers;
    rungs.add(Ladder.base(machine));
    rungs.add(machine);
    Ladder ladder = ladder();
    TemperedBlock[] all = new TemperedBlock[(chains + BLOCK - 1) / BLOCK];
    workers.forEachShard(
        all.length,
        i -> all[i] = new TemperedBlock(ladder, BLOCK, TemperedBlock.NOT_CLAMPED, seed.derive(i)));
    this.blocks = List.of(all);
    this.chains = BLOCK * all.length;
  }

  /** The rungs that there are, the machine itself the last. */
  public Ladder ladder() {
    return new Ladder(rungs);
  }

  /** How many rungs there are. */
  public int rungs() {
    return rungs.size();
  }

  /** How many chains there are on every rung. */
  public int chains() {
    return chains;
  }

  /** How many blocks they are in. */
  public int blocks() {
    return blocks.size();
  }

  /** Does something with every block and its number, on several threads. */
  public void forEachBlock(ObjIntConsumer<TemperedBlock> task) {
    workers.forEachShard(blocks.size(), i -> task.accept(blocks.get(i), i));
  }

  /** Adds a rung below that of a number, from 1. */
  void insert(int place, Rbm rung) {
    rungs.add(place, rung);
    forEachBlock((block, number) -> block.insert(place, rung));
  }

  Rbm rung(int number) {
    return rungs.get(number);
  }

  /** How many sweeps every block made. */
  int sweeps() {
    return blocks.get(0).sweeps();
  }

  /** How many exchanges between a rung and the next were tried since they count. */
  int tries(int lower) {
    return blocks.get(0).tries(lower);
  }

  /** How many of them were accepted, in [0, 1]. */
  double acceptance(int lower) {
    return blocks.stream()
        .flatMapToDouble(block -> Arrays.stream(block.acceptance(lower)))
        .average()
        .orElseThrow();
  }

  void beginCounting(int lower) {
    blocks.forEach(block -> block.beginCounting(lower));
  }

  /** Adds the rungs, apart from the machine. */
  public void putLadder(StateArrays state) {
    int count = rungs.size() - 1;
    state.put(RUNGS, count);
    for (int number = 0; number < count; number++) {
      Rbm rung = rungs.get(number);
      state.put(RUNG + number + WEIGHTS, rung.weights());
      state.put(RUNG + number + VISIBLE_BIAS, rung.visibleBias());
      state.put(RUNG + number + HIDDEN_BIAS, rung.hiddenBias());
    }
  }

  /** Sets what {@link #putLadder} gave, of a population that has just begun. */
  public void restoreLadder(KeptState kept) {
    int count = (int) kept.number(RUNGS, 1, MOST_RUNGS);
    for (int number = 0; number < count; number++) {
      Rbm rung = number == 0 ? rungs.get(0) : machine().copy();
      kept.into(RUNG + number + WEIGHTS, rung.weights());
      kept.into(RUNG + number + VISIBLE_BIAS, rung.visibleBias());
      kept.into(RUNG + number + HIDDEN_BIAS, rung.hiddenBias());
      if (number > 0) {
        insert(number, rung);
      }
    }
  }

  private Rbm machine() {
    return rungs.get(rungs.size() - 1);
  }

  /** Adds the chains. */
  public void putChains(StateArrays state) {
    for (int number = 0; number < blocks.size(); number++) {
      StateArrays own = new StateArrays();
      blocks.get(number).put(own);
      state.putAll(BLOCKS + number + ".", own);
    }
  }

  /** Sets what {@link #putChains} gave, after the ladder. */
  public void restoreChains(KeptState kept) {
    for (int number = 0; number < blocks.size(); number++) {
      blocks.get(number).restore(kept.under(BLOCKS + number + "."));
    }
  }
}
