package io.github.unitscope.visualize.maximize;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.RectifierRule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/** The ascents that one thread makes at once, one a row of the network's matrices. */
final class AscentBatch implements AutoCloseable {
  private final Network network;
  private final MaximizationSettings settings;
  private final AscentSchedule schedule;
  private final Set<Readout> readouts;
  private final Pass pass;
  private final int[] usableRows;

  /** Those that are on their way, in the first of the usable rows; then some that are free. */
  private final AscentRow[] rows;

  private int count;

  /** The gradients with respect to what the network saw: [row][inputs]. */
  private final float[][] gradients;

  @SuppressWarnings("MustBeClosedChecker") // close() closes it.
  @MustBeClosed
  AscentBatch(
      Network network,
      Set<Readout> objectives,
      MaximizationSettings settings,
      AscentSchedule schedule) {
    this.network = network;
    this.settings = settings;
    this.schedule = schedule;
    this.readouts = new HashSet<>(objectives);
    settings.diversity().ifPresent(diversity -> readouts.add(diversity.readout()));
    this.pass = network.newPass(readouts, schedule.atOnce());
    int[] all = pass.usableRows();
    this.usableRows = Arrays.copyOf(all, Math.min(all.length, schedule.atOnce()));
    this.rows = new AscentRow[usableRows.length];
    this.gradients = new float[usableRows.length][network.inputShape().size()];
  }

  /** The ascents of another batch that are left, over fewer rows. */
  private AscentBatch(AscentBatch other, Pass pass) {
    this.network = other.network;
    this.settings = other.settings;
    this.schedule = other.schedule;
    this.readouts = other.readouts;
    this.pass = pass;
    this.count = other.count;
    this.usableRows = Arrays.copyOf(pass.usableRows(), count);
    this.rows = Arrays.copyOf(other.rows, count);
    this.gradients = Arrays.copyOf(other.gradients, count);
    pass.select(usableRows.clone());
  }

  /**
   * Moves every ascent once; free rows take the next targets first.
   *
   * @param next the next group of targets
   * @return whether there was any ascent left
   */
  boolean step(List<AscentJob> targets, AtomicInteger next, ObjIntConsumer<Maximum> consumer) {
    fillFreeRows(targets, next);
    if (count == 0) {
      return false;
    }
    evaluate();
    for (int i = 0; i < count; i++) {
      rows[i].take(rows[i].objective().value(pass, usableRows[i]), gradients[i]);
    }
    releaseDone(consumer);
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
    AscentBatch batch = new AscentBatch(this, smaller);
    close();
    return batch;
  }

  private void fillFreeRows(List<AscentJob> targets, AtomicInteger next) {
    int before = count;
    while (schedule.takesMore(count, rows.length) && next.get() < schedule.groups()) {
      int group = next.getAndIncrement();
      if (group < schedule.groups()) {
        for (int index = schedule.from(group); index < schedule.to(group); index++) {
          begin(targets.get(index), index);
        }
      }
    }
    if (count != before) {
      selectRows();
    }
  }

  private void begin(AscentJob target, int index) {
    if (rows[count] == null) {
      rows[count] = new AscentRow(network, settings);
    }
    rows[count++].begin(target, index);
  }

  private void selectRows() {
    pass.select(Arrays.copyOf(usableRows, count));
  }

  /** Leaves the gradients. */
  private void evaluate() {
    int[] used = Arrays.copyOf(usableRows, count);
    float[][] images =
        IntStream.range(0, count).mapToObj(i -> rows[i].seen()).toArray(float[][]::new);
    boolean climbing = rows[0].isClimbing();
    if (settings.redirectedSteps() > 0) {
      boolean redirected = climbing && rows[0].steps() < settings.redirectedSteps();
      pass.setRectifierRule(redirected ? RectifierRule.REDIRECTED : RectifierRule.GRADIENT);
    }
    pass.input().writeRows(used, images);
    pass.forward();
    readouts.forEach(readout -> pass.gradient(readout).fill(0));
    for (int i = 0; i < count; i++) {
      rows[i].objective().addGradient(pass, used[i], 1);
    }
    if (climbing) {
      settings.diversity().ifPresent(diversity -> diversity.subtractGradient(pass, used));
    }
    pass.backward().readRows(used, gradients);
  }

  private void releaseDone(ObjIntConsumer<Maximum> consumer) {
    int left = 0;
    for (int i = 0; i < count; i++) {
      AscentRow row = rows[i];
      if (row.isDone()) {
        consumer.accept(row.maximum(), row.index());
      } else {
        // Those that are done stay behind the others, to be used again.
        rows[i] = rows[left];
        rows[left++] = row;
      }
    }
    if (left < count) {
      count = left;
      selectRows();
    }
  }

  @Override
  public void close() {
    pass.close();
  }
}
