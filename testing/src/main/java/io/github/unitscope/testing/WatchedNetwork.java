package io.github.unitscope.testing;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A network that knows how many of its passes were made, and how many are open. */
public final class WatchedNetwork implements Network {
  private final Network network;
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  /**
   * @param network that does the work
   */
  public WatchedNetwork(Network network) {
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
    return new WatchedPass(network.newPass(readouts));
  }

  @Override
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The pass around it closes it.
  public Pass newPass(Set<Readout> readouts, int rows) {
    return new WatchedPass(network.newPass(readouts, rows));
  }

  private final class WatchedPass implements Pass {
    private final Pass pass;
    private boolean closed;

    WatchedPass(Pass pass) {
      this.pass = pass;
      made.incrementAndGet();
      open.incrementAndGet();
    }

    @Override
    public int[] usableRows() {
      return pass.usableRows();
    }

    @Override
    public Matrix input() {
      return pass.input();
    }

    @Override
    public void select(int[] rows) {
      pass.select(rows);
    }

    @Override
    public Pass smaller(int needed) {
      Pass smaller = pass.smaller(needed);
      return smaller == pass ? this : new WatchedPass(smaller);
    }

    @Override
    public void setRectifierRule(RectifierRule rule) {
      pass.setRectifierRule(rule);
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
      if (!closed) {
        closed = true;
        open.decrementAndGet();
        pass.close();
      }
    }
  }
}
