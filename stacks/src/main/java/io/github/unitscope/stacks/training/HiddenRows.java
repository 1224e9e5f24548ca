package io.github.unitscope.stacks.training;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.LogisticStack;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a layer makes of the rows below it, computed at each reading, in passes whose rows are all
 * alike: a row is the same bits however many are read with it, and where it is kept in memory.
 */
final class HiddenRows implements TrainingRows {
  private static final Readout MEANS = new Readout(1, Quantity.ACTIVATION);

  private final TrainingRows below;
  private final Network layer;
  private final Queue<Pass> freePasses = new ConcurrentLinkedQueue<>();

  HiddenRows(TrainingRows below, LogisticLayer layer) {
    this(below, new LogisticStack(ImageShape.grey(1, below.width()), List.of(layer)));
  }

  /**
   * @param layer a network of that one layer
   */
  HiddenRows(TrainingRows below, Network layer) {
    this.below = below;
    this.layer = layer;
  }

  @Override
  public int size() {
    return below.size();
  }

  @Override
  public int width() {
    return layer.layer(1).units();
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // Kept for the next; close() closes them.
  public void read(int[] indices, int from, float[][] out) {
    float[][] inputs = new float[out.length][below.width()];
    below.read(indices, from, inputs);
    Pass pass = freePasses.poll();
    if (pass == null) {
      pass = layer.newPass(Set.of(MEANS));
    }
    propUp(pass, inputs, out);
    freePasses.add(pass);
  }

  private static void propUp(Pass pass, float[][] inputs, float[][] means) {
    int[] rows = pass.usableRows();
    for (int done = 0; done < inputs.length; done += rows.length) {
      int count = Math.min(rows.length, inputs.length - done);
      for (int i = 0; i < count; i++) {
        pass.input().writeRow(rows[i], inputs[done + i]);
      }
      pass.forward();
      for (int i = 0; i < count; i++) {
        pass.output(MEANS).readRow(rows[i], means[done + i]);
      }
    }
  }

  @Override
  public void close() {
    for (Pass pass = freePasses.poll(); pass != null; pass = freePasses.poll()) {
      pass.close();
    }
    below.close();
  }
}
