package io.github.unitscope.stacks;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A network that counts its passes and those of them that are not closed yet. */
public final class CountingNetwork implements Network {
  private final Network network;
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  /**
   * @param network that does the work
   */
  public CountingNetwork(Network network) {
    this.network = network;
  }

  /** How many passes were made. */
  public int made() {
    return made.get();
  }

  /** How many of them are not closed. */
  public int open() {
    return open.get();
  }

  @Override
  public ImageShape inputShape() {
    return network.inputShape();
  }

  @Override
  public List<Layer> layers() {
    return network.layers();
  }

  @Override
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The pass around it closes it.
  public Pass newPass(Set<Readout> readouts) {
    made.incrementAndGet();
    open.incrementAndGet();
    Pass pass = network.newPass(readouts);
    return new Pass() {
      @Override
      public int[] usableRows() {
        return pass.usableRows();
      }

      @Override
      public Matrix input() {
        return pass.input();
      }

      @Override
      public void forward() {
        pass.forward();
      }

      @Override
      public Matrix output(Readout readout) {
        return pass.output(readout);
      }

      @Override
      public Matrix gradient(Readout readout) {
        return pass.gradient(readout);
      }

      @Override
      public Matrix backward() {
        return pass.backward();
      }

      @Override
      public void close() {
        open.decrementAndGet();
        pass.close();
      }
    };
  }
}
