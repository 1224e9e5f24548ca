package io.github.unitscope.stacks.classifier;

/** Is told how fine-tuning goes. */
public interface FineTuneListener {
  /** Hears nothing. */
  FineTuneListener NONE =
      new FineTuneListener() {
        @Override
        public void onStep(long step) {}

        @Override
        public void onEpoch(FineTuneEpoch epoch, FineTuneEpoch best) {}
      };

  /** After a step, from 1, counted over all epochs. */
  void onStep(long step);

  /** After an epoch; {@code best} is the best so far. */
  void onEpoch(FineTuneEpoch epoch, FineTuneEpoch best);
}
