package io.github.unitscope.rbm.tempering;

import io.github.unitscope.network.TemperedChains;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;
import io.github.unitscope.rbm.machine.Rbm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some chains on every rung of a ladder, which one thread moves: a Gibbs step on each rung, then
 * exchanges between neighbours, of the even and the odd pairs in turn (Syed, Bouchard-Côté,
 * Deligiannidis, Doucet 2022, whose scheme makes the fewest steps back). Chain k of a rung meets
 * chain k of the next, so that blocks do not know of each other.
 *
 * <p>A hidden unit may be held on. The machine is then one with visible bias b + W[:, i] and
 * without the unit: F_i(v) = −b·v − vᵀW[:, i] − Σ_{j≠i} softplus(c_j + (vᵀW)_j). Its log partition
 * function log Z_i leaves out c_i.
 *
 * <p>The lowest rung is drawn afresh in every sweep, which is when the states there are born.
 */
public final class TemperedBlock implements TemperedChains {
  /** In the place of a unit that is held on, where none is. */
  public static final int NOT_CLAMPED = -1;

  /** Of states that were not drawn on the lowest rung since the chains began. */
  private static final int NEVER = -1;

  private static final String SWEEPS = "sweeps";
  private static final String VISIBLE = "visible";
  private static final String LINK = "link";

  private final Seed seed;
  private final int chains;
  private final int clamped;
  private final List<RungChains> rungs = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  /** The sweep in which the state of a chain was drawn on the lowest rung, [rungs][chains]. */
  private final List<int[]> births = new ArrayList<>();

  private final Workspace work;
  private int sweeps;

  /**
   * Begins with independent draws of the lowest rung on every rung.
   *
   * @param chains on every rung
   * @param clamped the hidden unit that is held on; −1 for none
   * @param seed of this block
   */
  public TemperedBlock(Ladder ladder, int chains, int clamped, Seed seed) {
    this.seed = seed;
    this.chains = chains;
    this.clamped = clamped;
    this.work = new Workspace(ladder.machine(), chains);
    for (Rbm rbm : ladder.rungs()) {
      RungChains rung = new RungChains(rbm, clamped, rungs.isEmpty(), chains);
      rungs.add(rung);
      births.add(new int[chains]);
    }
    for (int lower = 0; lower + 1 < rungs.size(); lower++) {
      links.add(new Link(chains));
    }
    begin();
  }

  private void begin() {
    RungChains base = rungs.get(0);
    for (int rung = 0; rung < rungs.size(); rung++) {
      drawSeeds(seed.derive("begin").derive(rung));
      base.gibbs(work.hiddenSeeds, work.visibleSeeds, work);
      rungs.get(rung).setVisible(base.visible, work);
    }
    births.forEach(born -> Arrays.fill(born, NEVER));
  }

  @Override
  public void startFrom(float[] states) {
    for (RungChains rung : rungs.subList(1, rungs.size())) {
      rung.setVisible(states, work);
    }
    births.subList(1, births.size()).forEach(born -> Arrays.fill(born, NEVER));
  }

  @Override
  public void sweep() {
    Seed now = seed.derive("sweep").derive(sweeps);
    for (int rung = 0; rung < rungs.size(); rung++) {
      drawSeeds(now.derive(rung));
      rungs.get(rung).gibbs(work.hiddenSeeds, work.visibleSeeds, work);
    }
    Arrays.fill(births.get(0), sweeps);
    for (int lower = sweeps % 2; lower + 1 < rungs.size(); lower += 2) {
      exchange(lower, now.derive("exchange").derive(lower));
    }
    sweeps++;
  }

  /** After the machine has changed. */
  public void refreshTop() {
    top().evaluate(work);
  }

  /**
   * Adds a rung, whose chains begin as those of the rung above it.
   *
   * @param place of the new rung, from 1 to that of the machine, which then is above it
   */
  public void insert(int place, Rbm rung) {
    RungChains inserted = rungs.get(place).copyFor(rung);
    inserted.evaluate(work);
    rungs.add(place, inserted);
    births.add(place, births.get(place).clone());
    links.add(place, new Link(chains));
    links.get(place - 1).forget();
  }

  private void drawSeeds(Seed of) {
    Seed hidden = of.derive("hidden");
    Seed visible = of.derive("visible");
    for (int chain = 0; chain < chains; chain++) {
      work.hiddenSeeds[chain] = hidden.derive(chain).value();
      work.visibleSeeds[chain] = visible.derive(chain).value();
    }
  }

  private void exchange(int lower, Seed of) {
    RungChains below = rungs.get(lower);
    RungChains above = rungs.get(lower + 1);
    below.evaluate(above.visible, work, work.lowerMeans, work.lowerEnergies);
    above.evaluate(below.visible, work, work.upperMeans, work.upperEnergies);
    Link link = links.get(lower);
    link.begin();
    for (int chain = 0; chain < chains; chain++) {
      double forward = work.upperEnergies[chain] - below.freeEnergies[chain];
      double backward = above.freeEnergies[chain] - work.lowerEnergies[chain];
      link.record(chain, forward, backward);
      if (Math.log(of.derive(chain).stream().nextDouble()) < backward - forward) {
        swap(lower, chain);
      }
    }
  }

  private void swap(int lower, int chain) {
    RungChains below = rungs.get(lower);
    RungChains above = rungs.get(lower + 1);
    int visible = below.rbm().visible();
    int hidden = below.rbm().hidden();
    for (int i = chain * visible; i < (chain + 1) * visible; i++) {
      float state = below.visible[i];
      below.visible[i] = above.visible[i];
      above.visible[i] = state;
    }
    int first = chain * hidden;
    System.arraycopy(work.lowerMeans, first, below.means, first, hidden);
    System.arraycopy(work.upperMeans, first, above.means, first, hidden);
    below.freeEnergies[chain] = work.lowerEnergies[chain];
    above.freeEnergies[chain] = work.upperEnergies[chain];
    int born = births.get(lower)[chain];
    births.get(lower)[chain] = births.get(lower + 1)[chain];
    births.get(lower + 1)[chain] = born;
  }

  private RungChains top() {
    return rungs.get(rungs.size() - 1);
  }

  @Override
  public float[] below() {
    return top().visible;
  }

  @Override
  public float[] means() {
    return top().means;
  }

  @Override
  public int sweeps() {
    return sweeps;
  }

  @Override
  public double shareBornBefore(int sweep) {
    long old = births.stream().flatMapToInt(Arrays::stream).filter(born -> born < sweep).count();
    return (double) old / (chains * (double) births.size());
  }

  @Override
  public void beginCounting() {
    links.forEach(Link::forget);
  }

  /** From now on exchanges between a rung and the next count. */
  public void beginCounting(int lower) {
    links.get(lower).forget();
  }

  /** How many exchanges were tried since they count. */
  public int tries(int lower) {
    return links.get(lower).tries();
  }

  @Override
  public double[] acceptance(int lower) {
    return links.get(lower).acceptance();
  }

  @Override
  public double logPartition(int from, int to) {
    double sum = baseLogPartition();
    for (Link link : links) {
      sum += link.logRatio(from, to);
    }
    return sum;
  }

  /** Of the lowest rung, whose units do not depend on each other. */
  private double baseLogPartition() {
    Rbm base = rungs.get(0).rbm();
    double sum = base.visibleUnits().logPartition(base.visibleBias());
    for (int j = 0; j < base.hidden(); j++) {
      sum += j == clamped ? 0 : Logistic.softplus(base.hiddenBias()[j]);
    }
    return sum;
  }

  /** Adds what the next sweep depends on, apart from the machines. */
  void put(StateArrays state) {
    state.put(SWEEPS, sweeps);
    for (int rung = 0; rung < rungs.size(); rung++) {
      state.put(VISIBLE + rung, rungs.get(rung).visible);
    }
    for (int lower = 0; lower < links.size(); lower++) {
      links.get(lower).put(LINK + lower, state);
    }
  }

  /** Sets what {@link #put} gave of as many rungs, whose machines are those of then. */
  void restore(KeptState kept) {
    sweeps = (int) kept.number(SWEEPS, 0, Integer.MAX_VALUE);
    for (int rung = 0; rung < rungs.size(); rung++) {
      float[] states = kept.floats(VISIBLE + rung, rungs.get(rung).visible.length);
      rungs.get(rung).setVisible(states, work);
    }
    for (int lower = 0; lower < links.size(); lower++) {
      links.get(lower).restore(LINK + lower, kept);
    }
  }
}
