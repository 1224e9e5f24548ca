package io.github.unitscope.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/**
 * Projected gradient ascent on a sphere with a step of its own for every row, after Barzilai and
 * Borwein, under Armijo's condition: the rule of unitscope's maximization core, on whole batches.
 */
final class TorchAscent {
  private static final double TOLERANCE = 1e-3;
  private static final double LONGEST_MOVE = 0.1;
  private static final double SHORTENING = 0.3;
  private static final double SUFFICIENT_GAIN = 1e-4;
  private static final double VALUE_NOISE = 1e-6;
  private static final int[] COLUMNS = {1};

  private final NDManager manager;
  private final double norm;
  private NDArray filters;
  private NDArray unitBiases;

  /** The image to look at next, and the best one, its value, direction, and what belongs to it. */
  private NDArray x;

  private NDArray best;
  private NDArray value;
  private NDArray direction;
  private NDArray directionNorm;
  private NDArray residual;
  private NDArray step;

  /** Values [rows] and gradients [rows, inputs] at an image. */
  record Evaluated(NDArray value, NDArray gradient) {}

  /** The network, for some rows. */
  @FunctionalInterface
  interface Evaluation {
    Evaluated at(NDArray x, NDArray filters, NDArray unitBiases);
  }

  TorchAscent(NDManager manager, NDArray start, NDArray filters, NDArray unitBiases, double norm) {
    this.manager = manager;
    this.filters = filters;
    this.unitBiases = unitBiases;
    this.norm = norm;
    this.x = onSphere(start.duplicate());
    x.attach(manager);
  }

  long rows() {
    return x.getShape().get(0);
  }

  private NDArray onSphere(NDArray images) {
    return images.muli(images.norm(COLUMNS, true).pow(-1).muli(norm));
  }

  /**
   * Looks at the images and moves them.
   *
   * @return how many rows have not converged
   */
  long step(Evaluation network) {
    try (NDManager scope = manager.newSubManager()) {
      x.attach(scope);
      filters.tempAttach(scope);
      unitBiases.tempAttach(scope);
      Evaluated now = network.at(x, filters, unitBiases);
      NDArray gradient = now.gradient();
      NDArray radial = x.mul(gradient).sum(COLUMNS, true).muli(1 / (norm * norm));
      NDArray feasible = gradient.sub(x.mul(radial));
      NDArray feasibleNorm = feasible.norm(COLUMNS);
      NDArray nowResidual = feasibleNorm.div(gradient.norm(COLUMNS));
      if (best == null) {
        set(x, now.value(), feasible, feasibleNorm, nowResidual);
        step = feasibleNorm.pow(-1).muli(LONGEST_MOVE * norm);
      } else {
        choose(scope, now.value(), feasible, feasibleNorm, nowResidual);
      }
      NDArray next = onSphere(direction.mul(step.expandDims(1)).addi(best));
      long left = residual.gt(TOLERANCE).toType(DataType.INT64, false).sum().getLong();
      keep(next);
      return left;
    }
  }

  private void choose(
      NDManager scope, NDArray nowValue, NDArray feasible, NDArray norms, NDArray residuals) {
    for (NDArray old : state()) {
      old.attach(scope);
    }
    NDArray gain = directionNorm.square().muli(step).muli(SUFFICIENT_GAIN);
    NDArray noise = NDArrays.maximum(value.abs(), 1).muli(VALUE_NOISE);
    NDArray accept = nowValue.gte(value.add(gain).subi(noise));
    NDArray moved = x.sub(best);
    NDArray square = moved.square().sum(COLUMNS);
    NDArray curved = moved.muli(feasible.sub(direction)).sum(COLUMNS);
    NDArray longest = norms.pow(-1).muli(LONGEST_MOVE * norm);
    NDArray longer = NDArrays.where(curved.gte(0), step.mul(4), square.div(curved).neg());
    NDArray next = NDArrays.minimum(longest, longer);
    NDArray nextStep = NDArrays.where(accept, next, step.mul(SHORTENING));
    NDArray wide = accept.expandDims(1).broadcast(x.getShape());
    set(
        NDArrays.where(wide, x, best),
        NDArrays.where(accept, nowValue, value),
        NDArrays.where(wide, feasible, direction),
        NDArrays.where(accept, norms, directionNorm),
        NDArrays.where(accept, residuals, residual));
    step = nextStep;
  }

  private void set(
      NDArray image, NDArray newValue, NDArray feasible, NDArray norms, NDArray residuals) {
    best = image;
    value = newValue;
    direction = feasible;
    directionNorm = norms;
    residual = residuals;
  }

  private NDList state() {
    return new NDList(best, value, direction, directionNorm, residual, step);
  }

  /** What outlives a step. */
  private void keep(NDArray next) {
    x = next;
    x.attach(manager);
    for (NDArray kept : state()) {
      kept.attach(manager);
    }
  }

  /** Takes out the rows that have converged. */
  void compact() {
    NDArray going = residual.gt(TOLERANCE);
    x = x.get(going);
    best = best.get(going);
    value = value.get(going);
    direction = direction.get(going);
    directionNorm = directionNorm.get(going);
    residual = residual.get(going);
    step = step.get(going);
    filters = filters.get(going);
    unitBiases = unitBiases.get(going);
    for (NDArray kept : new NDList(x, filters, unitBiases)) {
      kept.attach(manager);
    }
  }
}
