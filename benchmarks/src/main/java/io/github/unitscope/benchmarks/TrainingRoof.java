package io.github.unitscope.benchmarks;

import io.github.unitscope.network.numerics.EqualRows;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.tied.Half;
import io.github.unitscope.stacks.tied.TiedProducts;
import io.github.unitscope.stacks.tied.UnitBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The matrix products of training steps and nothing else, cut as training cuts them, on all
 * threads: every thread makes its share of the units again and again without waiting for the
 * others, on matrices of its own.
 */
record TrainingRoof(TrainingSizes sizes) implements Workload {
  private static final double ROUND_SECONDS = 0.1;
  private static final int TRIALS = 8;

  @Override
  public String name() {
    return "roof-" + sizes.batch();
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "the products of CD-1 steps %dx%d with batches of %d",
        TrainingSizes.VISIBLE,
        sizes.hidden(),
        sizes.batch());
  }

  @Override
  public String item() {
    return "step";
  }

  @Override
  public Rounds prepare(Workers workers, Seed seed) {
    List<TiedProducts> ofThreads = new ArrayList<>();
    for (int thread = 0; thread < workers.threads(); thread++) {
      ofThreads.add(products(seed.derive(name()).derive(thread)));
    }
    repeat(workers, ofThreads, 1);
    double once = repeat(workers, ofThreads, TRIALS).seconds() / TRIALS;
    int times = (int) Math.max(1, Math.ceil(ROUND_SECONDS / once));
    return () -> repeat(workers, ofThreads, times);
  }

  /** With values everywhere. */
  private TiedProducts products(Seed seed) {
    Matrix weights = Matrix.zeros(TrainingSizes.VISIBLE, sizes.hidden());
    EqualRows.fill(weights, seed);
    try (Workers here = new Workers(1)) {
      TiedProducts products = new TiedProducts(weights, sizes.batch(), false, here);
      float[] row = new float[TrainingSizes.VISIBLE];
      weights.readColumns(0, 1, row);
      for (int i = 0; i < sizes.batch(); i++) {
        products.setVisible(i, row);
      }
      products.up(Half.FIRST, block -> fill(products, block));
      products.down(block -> products.setVisible(Half.SECOND, block));
      return products;
    }
  }

  private static void fill(TiedProducts products, UnitBlock block) {
    products.setHidden(Half.FIRST, block);
    products.setHidden(Half.SECOND, block);
    products.setStates(block);
  }

  private Work repeat(Workers workers, List<TiedProducts> ofThreads, int times) {
    int threads = ofThreads.size();
    double operations = times * sizes.operations() * sizes.batch() / sizes.images();
    return Work.timed(
        () -> {
          workers.forEachShard(
              threads,
              thread -> {
                for (int i = 0; i < times; i++) {
                  ofThreads.get(thread).multiplyOnly(thread, threads);
                }
              });
          return new Done(times, operations);
        });
  }
}
