package io.github.unitscope.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.unitscope.benchmarks.TrainingSizes;
import io.github.unitscope.rbm.RbmSettings;

/** A CD-1 epoch. */
final class TorchRbm extends TorchTraining {
  private static final int[] ROWS = {0};
  private static final RbmSettings SETTINGS = RbmSettings.DEFAULTS;

  TorchRbm(TrainingSizes sizes, int threads) {
    super("cd1", sizes, threads);
  }

  @Override
  void step(NDArray data) {
    NDArray dataHidden = up(data);
    NDArray chain = sample(down(sample(dataHidden)));
    NDArray chainHidden = up(chain);
    // The data above the chain, which counts negatively: one product for both phases.
    NDArray visible = data.concat(chain.neg(), 0);
    NDArray hidden = dataHidden.concat(chainHidden, 0);
    move(
        visible.transpose().matMul(hidden),
        data.sum(ROWS).subi(chain.sum(ROWS)),
        dataHidden.sum(ROWS).subi(chainHidden.sum(ROWS)),
        SETTINGS.learningRate(),
        SETTINGS.momentum(),
        SETTINGS.weightDecay());
  }

  private static NDArray sample(NDArray means) {
    NDManager manager = means.getManager();
    return manager.randomUniform(0, 1, means.getShape(), type()).lt(means).toType(type(), false);
  }
}
