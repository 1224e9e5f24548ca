package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.visualize.regularize.Regularizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;

/**
 * The ascents that one thread makes at once, one a row.
 *
 * <p>Projected gradient ascent with a step of its own for every row: x ← P(x + s·d) with d the
 * feasible part of the gradient and s from the last two gradients (Barzilai and Borwein 1988). A
 * trial that does not raise the value enough (Armijo's condition) is dropped and tried again with a
 * shorter step, so that the last accepted image is always the best one.
 */
final class AscentBatch implements AutoCloseable {
  private final Network network;
  private final Set<Readout> readouts;
  private final Pass pass;
  private final Specification specification;
  private final double scale;
  private final boolean smooth;
  private final int[] usableRows;

  /** The ascent in each row of the matrices; null where there is none. */
  private final AscentRow[] ascents;

  /** The accepted images, and the feasible part of the gradient there. */
  private final Matrix images;

  private final Matrix directions;
  private final Matrix trialDirections;
  private final boolean[] accepted;

  /** What the trial images pay. */
  private final double[] penalties;

  private final ImageShape shape;

  /** The gradients at the trial images; the pass owns them. */
  private Matrix gradients;

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
    int rows = pass.input().rows();
    int inputs = pass.input().columns();
    this.scale = specification.constraint().scale(inputs);
    this.images = Matrix.zeros(rows, inputs);
    this.directions = Matrix.zeros(rows, inputs);
    this.trialDirections = Matrix.zeros(rows, inputs);
    this.accepted = new boolean[rows];
    this.penalties = new double[rows];
    this.shape = network.inputShape();
    this.smooth = network.isSmooth();
    int[] all = pass.usableRows();
    this.usableRows = Arrays.copyOf(all, Math.min(all.length, share));
    this.ascents = new AscentRow[rows];
  }

  /**
   * Moves every ascent once; free rows take the next targets first.
   *
   * @return whether there was any ascent left
   */
  boolean step(List<Target> targets, AtomicInteger next, ObjIntConsumer<Maximum> consumer) {
    fillFreeRows(targets, next);
    if (busyRows().length == 0) {
      return false;
    }
    moveToTrials();
    evaluate();
    decide();
    keepAccepted();
    releaseStopped(consumer);
    return true;
  }

  /**
   * The same ascents over fewer rows, where there is a quicker pass for those that are left; then
   * this batch is closed. Else this batch.
   */
  AscentBatch shrunk() {
    int[] busy = busyRows();
    Pass smaller = busy.length == 0 ? pass : pass.smaller(busy.length);
    if (smaller == pass) {
      return this;
    }
    AscentBatch batch = new AscentBatch(network, readouts, specification, smaller, busy.length);
    float[] values = new float[images.columns()];
    for (int i = 0; i < busy.length; i++) {
      int row = batch.usableRows[i];
      batch.ascents[row] = ascents[busy[i]];
      images.readRow(busy[i], values);
      batch.images.writeRow(row, values);
      directions.readRow(busy[i], values);
      batch.directions.writeRow(row, values);
    }
    close();
    return batch;
  }

  private int[] busyRows() {
    return Arrays.stream(usableRows).filter(row -> ascents[row] != null).toArray();
  }

  private void fillFreeRows(List<Target> targets, AtomicInteger next) {
    for (int row : usableRows) {
      if (ascents[row] == null) {
        int index = next.get() < targets.size() ? next.getAndIncrement() : targets.size();
        if (index < targets.size()) {
          ascents[row] =
              new AscentRow(
                  targets.get(index),
                  index,
                  (ProjectedGradient) specification.ascent(),
                  scale,
                  smooth);
          images.writeRow(row, start(targets.get(index)));
          directions.writeRow(row, new float[images.columns()]);
        }
      }
    }
  }

  private float[] start(Target target) {
    Matrix image = Matrix.of(specification.start().image(target.seed(), images.columns()));
    specification.constraint().project(image);
    return image.toRows()[0];
  }

  /** Writes P(x + s·d) to the input of the network. */
  private void moveToTrials() {
    int count = images.rows();
    float[] steps = new float[count];
    for (int row : usableRows) {
      steps[row] = ascents[row] == null ? 0 : (float) ascents[row].step();
    }
    float[] d = directions.newBlock();
    pass.input()
        .overwrite(
            (block, first, columns) -> {
              images.readColumns(first, columns, block);
              directions.readColumns(first, columns, d);
              for (int column = 0; column < columns; column++) {
                int offset = column * count;
                for (int row = 0; row < count; row++) {
                  block[offset + row] += steps[row] * d[offset + row];
                }
              }
            });
    specification.constraint().project(pass.input());
  }

  private void evaluate() {
    pass.forward();
    readouts.forEach(readout -> pass.gradient(readout).fill(0));
    for (int row : usableRows) {
      if (ascents[row] != null) {
        ascents[row].target().objective().addGradient(pass, row, 1);
      }
    }
    gradients = pass.backward();
    penalize();
    specification.constraint().feasibleDirections(pass.input(), gradients, trialDirections);
  }

  private void penalize() {
    if (specification.regularizers().isEmpty()) {
      return;
    }
    float[] image = new float[images.columns()];
    float[] gradient = new float[images.columns()];
    for (int row : usableRows) {
      if (ascents[row] != null) {
        float[] paid = new float[images.columns()];
        pass.input().readRow(row, image);
        penalties[row] = penalty(image, paid);
        gradients.readRow(row, gradient);
        for (int i = 0; i < paid.length; i++) {
          gradient[i] -= paid[i];
        }
        gradients.writeRow(row, gradient);
      }
    }
  }

  private double penalty(float[] image, float[] gradient) {
    double penalty = 0;
    for (Regularizer regularizer : specification.regularizers()) {
      penalty += regularizer.penalty(shape, image, gradient);
    }
    return penalty;
  }

  private void decide() {
    double[] gradientSquares = RowSums.dot(gradients, gradients);
    double[] directionSquares = RowSums.dot(trialDirections, trialDirections);
    double[] moved = RowSums.dotOfDifferences(pass.input(), images, pass.input(), images);
    double[] curved = RowSums.dotOfDifferences(pass.input(), images, trialDirections, directions);
    for (int row : usableRows) {
      accepted[row] = false;
      if (ascents[row] != null) {
        double value = ascents[row].target().objective().value(pass, row) - penalties[row];
        accepted[row] =
            ascents[row].offer(
                value, gradientSquares[row], directionSquares[row], moved[row], curved[row]);
      }
    }
  }

  private void keepAccepted() {
    copyAccepted(pass.input(), images);
    copyAccepted(trialDirections, directions);
  }

  private void copyAccepted(Matrix from, Matrix to) {
    int count = images.rows();
    float[] values = from.newBlock();
    to.update(
        (block, first, columns) -> {
          from.readColumns(first, columns, values);
          for (int column = 0; column < columns; column++) {
            int offset = column * count;
            for (int row = 0; row < count; row++) {
              block[offset + row] = accepted[row] ? values[offset + row] : block[offset + row];
            }
          }
        });
  }

  private void releaseStopped(ObjIntConsumer<Maximum> consumer) {
    for (int row : usableRows) {
      if (ascents[row] != null && ascents[row].stopReason() != null) {
        float[] image = new float[images.columns()];
        images.readRow(row, image);
        double paid = penalty(image, new float[image.length]);
        consumer.accept(
            ascents[row].maximum(start(ascents[row].target()), image, paid), ascents[row].index());
        ascents[row] = null;
      }
    }
  }

  @Override
  public void close() {
    pass.close();
    images.close();
    directions.close();
    trialDirections.close();
  }
}
