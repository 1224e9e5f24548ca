package io.github.unitscope.benchmarks;

import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import java.util.ArrayList;
import java.util.List;

/**
 * Matrix products and nothing else, on all threads: what no work made of them can exceed. Every
 * thread makes all the products on matrices of its own, again and again, without waiting for the
 * others.
 *
 * @param name as on the command line
 * @param description which products these are
 * @param products that every thread makes in turn
 */
record Roof(String name, String description, List<Product> products) implements Workload {
  /** Long enough for the clock, short enough to take turns. */
  private static final double ROUND_SECONDS = 0.1;

  private static final int TRIALS = 8;

  @Override
  public String item() {
    return "product";
  }

  @Override
  public Rounds prepare(Workers workers, Seed seed) {
    List<List<Runnable>> shards = new ArrayList<>();
    for (int thread = 0; thread < workers.threads(); thread++) {
      Seed ofThread = seed.derive(name).derive(thread);
      List<Runnable> shard = new ArrayList<>();
      for (Product product : products) {
        shard.add(product.on(ofThread.derive(shard.size())));
      }
      shards.add(shard);
    }
    repeat(workers, shards, 1);
    double once = repeat(workers, shards, TRIALS).seconds() / TRIALS;
    int times = (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.ceil(ROUND_SECONDS / once)));
    return () -> repeat(workers, shards, times);
  }

  private Work repeat(Workers workers, List<List<Runnable>> shards, int times) {
    double operations = products.stream().mapToDouble(Product::operations).sum();
    double repetitions = (double) times * shards.size();
    return Work.timed(
        () -> {
          workers.forEachShard(shards.size(), shard -> repeat(shards.get(shard), times));
          return new Done(repetitions * products.size(), repetitions * operations);
        });
  }

  private static void repeat(List<Runnable> products, int times) {
    for (int i = 0; i < times; i++) {
      products.forEach(Runnable::run);
    }
  }
}
