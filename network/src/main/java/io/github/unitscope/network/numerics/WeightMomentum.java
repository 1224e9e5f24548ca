package io.github.unitscope.network.numerics;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves a weight matrix with momentum along a sum of matrix products aᵀ · b: the gradient of every
 * model whose layers are fully connected.
 *
 * <p>A block of columns gets its gradient, momentum and new weights in one go, on one thread; the
 * products are added in their order. Results do not depend on the number of threads.
 */
public final class WeightMomentum {
  private static final int BLOCK_COLUMNS = 128;

  private final List<Block> blocks = new ArrayList<>();
  private final Matrix velocity;
  private final Workers workers;

  /**
   * A part factor · aᵀ · b of the gradient, whose matrices are read at every move.
   *
   * @param factor of the product
   * @param a [rows, inputs]
   * @param b [rows, units]
   */
  public record Product(float factor, Matrix a, Matrix b) {}

  /** A range of columns with views on their part of the matrices. */
  private record Block(Matrix weights, Matrix velocity, List<Product> products) {}

  /**
   * @param weights [inputs, units], to be moved
   * @param products whose sum is the direction to move in
   * @param workers the threads to use
   */
  public WeightMomentum(Matrix weights, List<Product> products, Workers workers) {
    this.workers = workers;
    this.velocity = Matrix.zeros(weights.rows(), weights.columns());
    for (int from = 0; from < weights.columns(); from += BLOCK_COLUMNS) {
      int first = from;
      int to = Math.min(from + BLOCK_COLUMNS, weights.columns());
      blocks.add(
          new Block(
              weights.columnBlock(first, to),
              velocity.columnBlock(first, to),
              products.stream()
                  .map(p -> new Product(p.factor, p.a, p.b.columnBlock(first, to)))
                  .toList()));
    }
  }

  /** The last move, [inputs, units], which the next one goes on from; to be kept and set. */
  public Matrix velocity() {
    return velocity;
  }

  /**
   * velocity = momentum · velocity − decay · weights + rate · Σ products; weights += velocity.
   *
   * @param rate the learning rate, over the number of rows for a mean
   * @param momentum in [0, 1)
   * @param decay the learning rate times the L2 penalty
   */
  public void move(double rate, double momentum, double decay) {
    workers.forEachShard(
        blocks.size(), i -> move(blocks.get(i), (float) rate, (float) momentum, (float) decay));
  }

  private static void move(Block block, float rate, float momentum, float decay) {
    int rows = block.weights.rows();
    float[] w = block.weights.newBlock();
    block.velocity.update(
        (velocity, first, count) -> {
          block.weights.readColumns(first, count, w);
          for (int i = 0; i < count * rows; i++) {
            velocity[i] = momentum * velocity[i] - decay * w[i];
          }
        });
    for (Product product : block.products) {
      Matrix.addTransposedProduct(rate * product.factor, product.a, product.b, block.velocity);
    }
    block.weights.update(
        (weights, first, count) -> {
          block.velocity.readColumns(first, count, w);
          for (int i = 0; i < count * rows; i++) {
            weights[i] += w[i];
          }
        });
  }
}
