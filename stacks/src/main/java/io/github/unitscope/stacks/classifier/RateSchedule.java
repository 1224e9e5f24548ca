package io.github.unitscope.stacks.classifier;

import org.nd4j.linalg.schedule.ISchedule;

/** The learning rate as Deeplearning4j asks for it. */
record RateSchedule(FineTuneSettings settings) implements ISchedule {
  private static final long serialVersionUID = 1L;

  @Override
  public double valueAt(int iteration, int epoch) {
    return settings.learningRateAt(epoch);
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod")
  public ISchedule clone() {
    return this;
  }
}
