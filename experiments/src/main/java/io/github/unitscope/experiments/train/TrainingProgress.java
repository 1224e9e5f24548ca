package io.github.unitscope.experiments.train;

import io.github.unitscope.experiments.terminal.Terminal;
import java.util.Locale;

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

  /**
   * Called for every layer of a resumed training that had been begun.
   *
   * @param step the last that was done, from 1
   * @param steps of the layer
   * @param epochs of the layer that are done
   */
  void onResume(int layer, long step, long steps, int epochs) {
    epochsDone += epochs;
    progress.note(
        step == steps
            ? String.format(Locale.ROOT, "layer %d is trained already", layer)
            : String.format(
                Locale.ROOT,
                "going on in layer %d, epoch %d, step %d of %d",
                layer,
                epochs + 1,
                step + 1,
                steps));
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
