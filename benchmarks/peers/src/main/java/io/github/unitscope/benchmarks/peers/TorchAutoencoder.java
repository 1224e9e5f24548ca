package io.github.unitscope.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import io.github.unitscope.autoencoder.AutoencoderSettings;
import io.github.unitscope.benchmarks.TrainingSizes;

/** An epoch of a denoising autoencoder with salt-and-pepper noise; its gradient is by hand. */
final class TorchAutoencoder extends TorchTraining {
  private static final int[] ROWS = {0};
  private static final AutoencoderSettings SETTINGS = AutoencoderSettings.DEFAULTS;

  TorchAutoencoder(TrainingSizes sizes, int threads) {
    super("dae", sizes, threads);
  }

  @Override
  void step(NDArray data) {
    NDArray corrupted = corrupt(data);
    NDArray hidden = up(corrupted);
    // Of the descent: clean minus reconstructed.
    NDArray visibleDelta = down(hidden).subi(data).muli(-1);
    NDArray hiddenDelta = hidden.sub(hidden.square()).muli(visibleDelta.matMul(weights()));
    NDArray visible = corrupted.concat(visibleDelta, 0);
    NDArray both = hiddenDelta.concat(hidden, 0);
    move(
        visible.transpose().matMul(both),
        visibleDelta.sum(ROWS),
        hiddenDelta.sum(ROWS),
        SETTINGS.learningRate(),
        SETTINGS.momentum(),
        SETTINGS.weightDecay());
  }

  private static NDArray corrupt(NDArray data) {
    double level = SETTINGS.corruption().level();
    NDArray uniform = data.getManager().randomUniform(0, 1, data.getShape(), type());
    NDArray kept = uniform.gte(level).toType(type(), false);
    NDArray salt = uniform.gte(level / 2).toType(type(), false).subi(kept);
    return kept.muli(data).addi(salt);
  }
}
