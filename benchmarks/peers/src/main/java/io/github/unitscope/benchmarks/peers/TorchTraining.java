package io.github.unitscope.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.benchmarks.Done;
import io.github.unitscope.benchmarks.TrainingSizes;
import io.github.unitscope.network.random.Seed;
import java.util.function.Supplier;

/** An epoch of a layer with tied weights: what CD-1 and the denoising autoencoder share. */
abstract class TorchTraining extends TorchWorkload {
  private final TrainingSizes sizes;
  private NDArray images;
  private NDArray weights;
  private NDArray velocity;
  private NDArray visibleBias;
  private NDArray hiddenBias;
  private NDArray visibleVelocity;
  private NDArray hiddenVelocity;

  TorchTraining(String kind, TrainingSizes sizes, int threads) {
    super(kind + "-" + sizes.batch(), "image", threads);
    this.sizes = sizes;
  }

  /** Moves the parameters along the gradient of a batch [batch, visible]. */
  abstract void step(NDArray data);

  @Override
  final Supplier<Done> prepare(NDManager manager, Seed seed) {
    images = manager.create(pixels(sizes.trainingImages()));
    Shape shape = new Shape(TrainingSizes.VISIBLE, sizes.hidden());
    weights = manager.randomNormal(shape).muli(0.01);
    velocity = manager.zeros(shape);
    visibleBias = manager.zeros(new Shape(TrainingSizes.VISIBLE));
    hiddenBias = manager.zeros(new Shape(sizes.hidden()));
    visibleVelocity = visibleBias.zerosLike();
    hiddenVelocity = hiddenBias.zerosLike();
    return () -> epoch(manager);
  }

  private static float[][] pixels(ImageSet images) {
    float[][] pixels = new float[images.size()][images.shape().size()];
    for (int i = 0; i < pixels.length; i++) {
      images.read(i, pixels[i]);
    }
    return pixels;
  }

  private Done epoch(NDManager manager) {
    try (NDManager round = manager.newSubManager()) {
      // One gather for the epoch; batches are views of it.
      NDArray order = round.randomPermutation(sizes.images());
      NDArray shuffled = images.get(round, new NDIndex("{}", order));
      for (int from = 0; from + sizes.batch() <= sizes.images(); from += sizes.batch()) {
        try (NDManager batch = round.newSubManager()) {
          // What is computed from an array goes with the array's manager: else it would stay.
          parameters().forEach(parameter -> parameter.tempAttach(batch));
          NDIndex rows = new NDIndex().addSliceDim(from, from + sizes.batch());
          step(shuffled.get(batch, rows));
        }
      }
    }
    return new Done(sizes.images(), sizes.operations());
  }

  private NDList parameters() {
    return new NDList(weights, velocity, visibleBias, hiddenBias, visibleVelocity, hiddenVelocity);
  }

  final NDArray weights() {
    return weights;
  }

  /** σ(visible · W + c). */
  final NDArray up(NDArray visible) {
    return Activation.sigmoid(visible.matMul(weights).addi(hiddenBias));
  }

  /** σ(hidden · Wᵀ + b). */
  final NDArray down(NDArray hidden) {
    return Activation.sigmoid(hidden.matMul(weights.transpose()).addi(visibleBias));
  }

  /**
   * Moves everything.
   *
   * @param gradient of the weights, summed over the batch; is overwritten
   * @param visible gradient of the visible biases, summed over the batch; is overwritten
   * @param hidden gradient of the hidden biases, summed over the batch; is overwritten
   */
  final void move(
      NDArray gradient,
      NDArray visible,
      NDArray hidden,
      double learningRate,
      double momentum,
      double decay) {
    double rate = learningRate / sizes.batch();
    velocity.muli(momentum).addi(gradient.muli(rate)).subi(weights.mul(learningRate * decay));
    weights.addi(velocity);
    visibleBias.addi(visibleVelocity.muli(momentum).addi(visible.muli(rate)));
    hiddenBias.addi(hiddenVelocity.muli(momentum).addi(hidden.muli(rate)));
  }
}
