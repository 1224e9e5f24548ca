package io.github.unitscope.visualize.stream;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import java.util.Arrays;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Shows every image of a set to a network once.
 *
 * <p>The images are cut into shards of {@link #SHARD}, whatever the number of threads. What a
 * viewer gathers for each shard, and joins in the order of shards, is the same bits for any number
 * of them; so is what does not depend on an order, such as the greatest value.
 */
public final class ImageStream {
  /** Images of a shard. */
  public static final int SHARD = 64;

  /** That many rows are asked for: a pass through a large convolutional network takes memory. */
  private static final int ROWS = 4;

  private final Network network;
  private final Set<Readout> readouts;
  private final ImageSet images;
  private final Viewer viewer;
  private final LongConsumer progress;
  private final Queue<Pass> idle = new ConcurrentLinkedQueue<>();
  private final AtomicLong done = new AtomicLong();

  private ImageStream(
      Network network,
      Set<Readout> readouts,
      ImageSet images,
      Viewer viewer,
      LongConsumer progress) {
    this.network = network;
    this.readouts = readouts;
    this.images = images;
    this.viewer = viewer;
    this.progress = progress;
  }

  /** How many shards a set is cut into. */
  public static int shards(ImageSet images) {
    return (images.size() + SHARD - 1) / SHARD;
  }

  /**
   * Shows all images.
   *
   * @param readouts what the viewer reads
   * @param viewer called by several threads at once, but never for one shard
   * @param progress gets the number of images that have been shown
   * @throws InvalidInputException if there is no image, or images are not what the network looks at
   */
  public static void show(
      Network network,
      Set<Readout> readouts,
      ImageSet images,
      Workers workers,
      Viewer viewer,
      LongConsumer progress) {
    if (images.size() == 0) {
      throw new InvalidInputException("there is no image to show to the network");
    }
    if (!images.shape().equals(network.inputShape())) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the images are %s, but the network takes %s: give other images",
              images.shape(),
              network.inputShape()));
    }
    ImageStream stream = new ImageStream(network, readouts, images, viewer, progress);
    try {
      workers.forEachShard(shards(images), stream::showShard);
    } finally {
      stream.idle.forEach(Pass::close);
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // Kept for the next shard; show() closes them.
  private void showShard(int shard) {
    Pass taken = idle.poll();
    Pass pass = taken == null ? network.newPass(readouts, ROWS) : taken;
    try {
      showShard(shard, pass);
    } finally {
      idle.add(pass);
    }
  }

  private void showShard(int shard, Pass pass) {
    int[] usable = pass.usableRows();
    int end = Math.min(images.size(), (shard + 1) * SHARD);
    for (int first = shard * SHARD; first < end; first += usable.length) {
      int[] rows = Arrays.copyOf(usable, Math.min(usable.length, end - first));
      float[][] pixels = new float[rows.length][images.shape().size()];
      for (int i = 0; i < rows.length; i++) {
        images.read(first + i, pixels[i]);
        pass.input().writeRow(rows[i], pixels[i]);
      }
      pass.select(rows);
      pass.forward();
      viewer.look(new Shown(shard, first, pixels, pass, rows));
      progress.accept(done.addAndGet(rows.length));
    }
  }

  /**
   * Images that the network looks at.
   *
   * @param shard which they are part of; a shard is shown in one piece or in several, in order
   * @param first the index of the first image
   * @param images [images][inputs]
   * @param pass after its forward pass
   * @param rows of the pass [images], one for each image
   */
  public record Shown(int shard, int first, float[][] images, Pass pass, int[] rows) {}

  /** Whoever wants to see what the network does. */
  @FunctionalInterface
  public interface Viewer {
    /**
     * @param shown valid until this returns
     */
    void look(Shown shown);
  }
}
