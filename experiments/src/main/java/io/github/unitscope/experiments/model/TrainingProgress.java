package io.github.unitscope.experiments.model;

import io.github.unitscope.experiments.cli.Terminal;

/** A bar over all epochs of all layers, which need not have the same number. */
final class TrainingProgress implements AutoCloseable {
  /** Parts of an epoch. */
  private static final long PARTS = 1000;

  private final Terminal.Progress progress;
  private long epochsDone;

  TrainingProgress(Terminal terminal, String data, int totalEpochs) {
    this.progress = terminal.progress("training on " + data, totalEpochs * PARTS);
  }

  /**
   * @param step of the layer, from 1
   * @param steps of the layer
   * @param epochs of the layer
   */
  void onStep(long step, long steps, int epochs) {
    long inLayer = PARTS * epochs * step / steps;
    long wholeEpochs = (step - 1) * epochs / steps;
    progress.at(PARTS * (epochsDone - wholeEpochs) + inLayer);
  }

  /** Called after the last step of an epoch. */
  void onEpoch(String note) {
    epochsDone++;
    progress.note(note);
  }

  @Override
  public void close() {
    progress.close();
  }
}
