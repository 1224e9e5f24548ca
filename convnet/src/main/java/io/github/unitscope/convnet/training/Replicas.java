package io.github.unitscope.convnet.training;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * As many networks as threads, with the same parameters. Images are cut into shards of a fixed size
 * and sums are taken in their order, so that results are the same bits for any number of threads.
 */
final class Replicas {
  /** Images of a shard: with more, the values between the layers leave the second-level cache. */
  private static final int SHARD = 64;

  private final Workers workers;
  private final Replica first;
  private final ConcurrentLinkedQueue<Replica> free = new ConcurrentLinkedQueue<>();

  Replicas(ConvNetSettings settings, ImageShape input, int classes, Workers workers) {
    this.workers = workers;
    this.first = new Replica(settings, input, classes, null);
    free.add(first);
    for (int i = 1; i < workers.threads(); i++) {
      free.add(new Replica(settings, input, classes, network().params()));
    }
  }

  /** One of the networks; what changes its parameters changes all. */
  MultiLayerNetwork network() {
    return first.network();
  }

  /**
   * Computes the gradient of the mean loss of some images.
   *
   * @param dropout seeds what is dropped; every shard derives its own
   * @param gradient [parameters], overwritten
   */
  Outcome gradient(ImageSet images, int[] indices, Seed dropout, float[] gradient) {
    float[][] sums = new float[shards(indices)][gradient.length];
    Outcome outcome =
        forEachShard(
            indices,
            (replica, shard) ->
                replica.gradient(
                    images, indices(indices, shard), dropout.derive(shard), sums[shard]));
    for (int i = 0; i < gradient.length; i++) {
      float sum = 0;
      for (float[] shard : sums) {
        sum += shard[i];
      }
      gradient[i] = sum / indices.length;
    }
    return outcome;
  }

  /** How well all images of a set are recognized. */
  Outcome test(ImageSet images) {
    int[] all = IntStream.range(0, images.size()).toArray();
    return forEachShard(all, (replica, shard) -> replica.test(images, indices(all, shard)));
  }

  private static int shards(int[] indices) {
    return (indices.length + SHARD - 1) / SHARD;
  }

  private static int[] indices(int[] all, int shard) {
    return Arrays.copyOfRange(all, shard * SHARD, Math.min(all.length, (shard + 1) * SHARD));
  }

  private Outcome forEachShard(int[] indices, BiFunction<Replica, Integer, Outcome> task) {
    Outcome[] outcomes = new Outcome[shards(indices)];
    workers.forEachShard(
        outcomes.length,
        shard -> {
          Replica replica = free.remove();
          outcomes[shard] = task.apply(replica, shard);
          free.add(replica);
        });
    return Arrays.stream(outcomes).reduce(Outcome.NONE, Outcome::plus);
  }
}
