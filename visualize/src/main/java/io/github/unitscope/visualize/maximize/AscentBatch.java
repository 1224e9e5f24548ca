package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.visualize.regularize.Regularizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;

/** The ascents that one thread makes at once, one a row of the network's matrices. */
final class AscentBatch implements AutoCloseable {
  private final Network network;
  private final Set<Readout> readouts;
  private final Pass pass;
  private final Specification specification;
  private final ImageShape shape;
  private final int[] usableRows;

  /** The ascents in the first of the usable rows, with no gaps. */
  private final AscentRow[] ascents;

  private int count;

  /** The images to try and the gradients there, [ascent][inputs]. */
  private final float[][] trials;

  private final float[][] gradients;

  /**
   * @param share how many rows to use at most, so that threads share few targets evenly
   */
  AscentBatch(Network network, Set<Readout> readouts, Specification specification, int share) {
    this(network, readouts, specification, network.newPass(readouts, share), share);
  }

  private AscentBatch(
      Network network, Set<Readout> readouts, Specification specification, Pass pass, int share) {
    this.network = network;
    this.readouts = readouts;
    this.pass = pass;
    this.specification = specification;
    this.shape = network.inputShape();
    int[] all = pass.usableRows();
    this.usableRows = Arrays.copyOf(all, Math.min(all.length, share));
    this.ascents = new AscentRow[usableRows.length];
    this.trials = new float[usableRows.length][];
    this.gradients = new float[usableRows.length][shape.size()];
  }

  /**
   * Moves every ascent once; free rows take the next targets first.
   *
   * @return whether there was any ascent left
   */
  boolean step(List<Target> targets, AtomicInteger next, ObjIntConsumer<Maximum> consumer) {
    fillFreeRows(targets, next);
    if (count == 0) {
      return false;
    }
    evaluate();
    for (int i = 0; i < count; i++) {
      double penalty = penalize(ascents[i].trial(), gradients[i]);
      double value = ascents[i].target().objective().value(pass, usableRows[i]);
      ascents[i].offer(value - penalty, gradients[i]);
    }
    releaseStopped(consumer);
    return true;
  }

  /**
   * The same ascents over fewer rows, where there is a quicker pass for those that are left; then
   * this batch is closed. Else this batch.
   */
  AscentBatch shrunk() {
    Pass smaller = count == 0 ? pass : pass.smaller(count);
    if (smaller == pass) {
      return this;
    }
    AscentBatch batch = new AscentBatch(network, readouts, specification, smaller, count);
    System.arraycopy(ascents, 0, batch.ascents, 0, count);
    batch.count = count;
    close();
    return batch;
  }

  private void fillFreeRows(List<Target> targets, AtomicInteger next) {
    while (count < usableRows.length && next.get() < targets.size()) {
      int index = next.getAndIncrement();
      if (index < targets.size()) {
        Target target = targets.get(index);
        ascents[count++] =
            new AscentRow(target, index, start(target), specification, network.isSmooth());
      }
    }
  }

  private float[] start(Target target) {
    float[] image = specification.start().image(target.seed(), shape.size());
    specification.constraint().project(image);
    return image;
  }

  /** Leaves the gradients at the trial images. */
  private void evaluate() {
    int[] rows = Arrays.copyOf(usableRows, count);
    for (int i = 0; i < count; i++) {
      trials[i] = ascents[i].trial();
    }
    pass.input().writeRows(rows, trials);
    pass.forward();
    readouts.forEach(readout -> pass.gradient(readout).fill(0));
    for (int i = 0; i < count; i++) {
      ascents[i].target().objective().addGradient(pass, rows[i], 1);
    }
    pass.backward().readRows(rows, gradients);
  }

  /** Takes the gradient of what an image pays away from that of its value. */
  private double penalize(float[] image, float[] gradient) {
    if (specification.regularizers().isEmpty()) {
      return 0;
    }
    float[] paid = new float[image.length];
    double penalty = penalty(image, paid);
    Vectors.addScaled(-1, paid, gradient);
    return penalty;
  }

  private double penalty(float[] image, float[] gradient) {
    double penalty = 0;
    for (Regularizer regularizer : specification.regularizers()) {
      penalty += regularizer.penalty(shape, image, gradient);
    }
    return penalty;
  }

  private void releaseStopped(ObjIntConsumer<Maximum> consumer) {
    int left = 0;
    for (int i = 0; i < count; i++) {
      AscentRow ascent = ascents[i];
      if (ascent.stopReason() == null) {
        ascents[left++] = ascent;
      } else {
        double paid = penalty(ascent.image(), new float[shape.size()]);
        consumer.accept(ascent.maximum(start(ascent.target()), paid), ascent.index());
      }
    }
    Arrays.fill(ascents, left, count, null);
    count = left;
  }

  @Override
  public void close() {
    pass.close();
  }
}
