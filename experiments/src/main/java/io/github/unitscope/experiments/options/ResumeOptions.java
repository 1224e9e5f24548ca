package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.Resumable;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.provenance.Resumption;

/** Options of commands that take long and can go on after they were stopped. */
@OptionGroup(Group.OUTPUT)
public final class ResumeOptions implements Resumable {
  @Parameter(
      names = "--resume",
      description = "Resume the interrupted run; the results are the same bytes")
  private boolean resume;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--checkpoint-every",
      description = "Seconds between two checkpoints, at least 0. 0 writes one after every step")
  private double seconds = Resumption.DEFAULT_SECONDS;

  /** As if these had been given. */
  public void set(RunPlace place) {
    resume = place.resumption().resume();
    seconds = place.resumption().everySeconds();
  }

  /**
   * What was asked for.
   *
   * @throws UsageException if the time is negative
   */
  public Resumption settings() {
    if (!(seconds >= 0)) {
      throw new UsageException("--checkpoint-every must be at least 0, not " + seconds);
    }
    return new Resumption(resume, seconds);
  }
}
