package io.github.unitscope.stacks.tied;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Panel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The matrix products of training a layer whose weights go both ways, in buffers that live as long
 * as the training. A batch has a column for each row of data.
 *
 * <p>Threads share the units, not the rows: a thread that has made the last products of some hidden
 * units moves their weights at once, while they are in its cache. Blocks of units depend on the
 * sizes only ({@link Cut}), so results do not depend on the number of threads.
 *
 * <p>A kernel is called for a piece of the rows after the other of every block of units, by several
 * threads, but for one block by one at a time.
 */
public final class TiedProducts {
  /** Not 0, since BLAS would leave such a product out. */
  private static final float NEARLY_NOTHING = 1e-9f;

  private static final String VELOCITY = "weight_velocity";

  private final int hiddenUnits;
  private final int rows;
  private final Workers workers;
  private final Matrix velocity;
  private final List<HiddenPanels> hidden = new ArrayList<>();
  private final List<VisiblePanels> visible = new ArrayList<>();
  private final Panel visibleValues;
  private final List<List<Panel>> visiblePieces;
  private final List<Panel> statePieces;

  /**
   * @param weights [visible, hidden], to be moved
   * @param rows of a batch
   * @param keepsVelocity whether a move goes on from the last one or weights decay; without either
   *     the gradient is added to the weights at once
   * @param workers the threads to use
   */
  public TiedProducts(Matrix weights, int rows, boolean keepsVelocity, Workers workers) {
    this.hiddenUnits = weights.columns();
    this.rows = rows;
    this.workers = workers;
    this.velocity = keepsVelocity ? Matrix.zeros(weights.rows(), weights.columns()) : null;
    Panel all = Panel.of(weights);
    Panel allVelocity = keepsVelocity ? Panel.of(velocity) : null;
    this.visibleValues = Panel.of(Matrix.zeros(weights.rows(), 2 * rows));
    Panel states = Panel.of(Matrix.zeros(weights.columns(), rows));
    Cut hiddenCut = Cut.of(weights.columns(), weights.rows(), rows);
    RowPieces hiddenPieces = new RowPieces(rows, hiddenCut.rows());
    for (UnitBlock block : blocks(weights.columns(), hiddenCut)) {
      hidden.add(new HiddenPanels(block, hiddenPieces, all, allVelocity, visibleValues, states));
    }
    Cut visibleCut = Cut.of(weights.rows(), weights.columns(), rows);
    RowPieces pieces = new RowPieces(rows, visibleCut.rows());
    for (UnitBlock block : blocks(weights.rows(), visibleCut)) {
      visible.add(new VisiblePanels(block, pieces, all, visibleValues));
    }
    this.visiblePieces = hiddenPieces.halvesOf(visibleValues);
    this.statePieces = pieces.of(states);
  }

  private static List<UnitBlock> blocks(int units, Cut cut) {
    return IntStream.range(0, Cut.parts(units, cut.units()))
        .mapToObj(
            i -> {
              int first = i * cut.units();
              return new UnitBlock(i, first, Math.min(cut.units(), units - first), cut.rows());
            })
        .toList();
  }

  /**
   * Makes the products of a step and nothing else, for a share of the units: what a step cannot be
   * faster than. Up twice, down once, and the two of the gradient, whose factor is so small that
   * weights stay finite however often this is called.
   *
   * @param part which share, from 0
   * @param parts how many there are
   */
  public void multiplyOnly(int part, int parts) {
    upOnly(part, parts, Half.FIRST);
    for (int i = part; i < visible.size(); i += parts) {
      for (int piece = 0; piece < statePieces.size(); piece++) {
        visible.get(i).multiply(statePieces.get(piece), piece);
      }
    }
    upOnly(part, parts, Half.SECOND);
    for (int i = part; i < hidden.size(); i += parts) {
      hidden.get(i).move(NEARLY_NOTHING, 0, 0);
    }
  }

  private void upOnly(int part, int parts, Half half) {
    List<Panel> pieces = visiblePieces.get(half.ordinal());
    for (int i = part; i < hidden.size(); i += parts) {
      for (int piece = 0; piece < pieces.size(); piece++) {
        hidden.get(i).multiply(pieces.get(piece), piece);
      }
    }
  }

  /** Sets a row of the first half of the visible values, [visible]; by any thread. */
  public void setVisible(int row, float[] values) {
    visibleValues.writeColumn(row, values);
  }

  /** Gives the kernel v · W for the hidden units, v being a half of the visible values. */
  public void up(Half half, Consumer<UnitBlock> kernel) {
    workers.forEachShard(hidden.size(), i -> up(hidden.get(i), half, kernel));
  }

  /**
   * Like {@link #up}, and moves the weights of a block after its kernel has set the last of the
   * hidden values: velocity = momentum · velocity − decay · weights + rate · Σ; weights +=
   * velocity, where Σ is the sum of vᵀ · h over both halves.
   *
   * @param rate the learning rate, over the number of rows for a mean
   * @param momentum in [0, 1)
   * @param decay the learning rate times the L2 penalty
   */
  public void upAndMove(
      Half half, Consumer<UnitBlock> kernel, double rate, double momentum, double decay) {
    if (velocity == null && (momentum != 0 || decay != 0)) {
      throw new IllegalStateException("there is no velocity to go on with");
    }
    workers.forEachShard(
        hidden.size(),
        i -> {
          up(hidden.get(i), half, kernel);
          hidden.get(i).move((float) rate, (float) momentum, (float) decay);
        });
  }

  private void up(HiddenPanels panels, Half half, Consumer<UnitBlock> kernel) {
    List<Panel> pieces = visiblePieces.get(half.ordinal());
    for (int piece = 0; piece < pieces.size(); piece++) {
      panels.up(pieces.get(piece), piece);
      kernel.accept(panels.block);
    }
  }

  /** Gives the kernel s · Wᵀ for the visible units, s being the states of the hidden ones. */
  public void down(Consumer<UnitBlock> kernel) {
    workers.forEachShard(visible.size(), i -> down(visible.get(i), kernel));
  }

  private void down(VisiblePanels panels, Consumer<UnitBlock> kernel) {
    for (int piece = 0; piece < statePieces.size(); piece++) {
      panels.down(statePieces.get(piece), piece);
      kernel.accept(panels.block);
    }
  }

  /** Sets hidden values that the gradient is made of, in a kernel of hidden units. */
  public void setHidden(Half half, UnitBlock block) {
    hidden.get(block.index()).values(half).write(block.values());
  }

  /** Puts hidden values that were set before into the block, in a kernel of hidden units. */
  public void getHidden(Half half, UnitBlock block) {
    hidden.get(block.index()).values(half).read(block.values());
  }

  /** Hidden values that were set before, [rows][units] like the block's, in such a kernel. */
  public float[] hidden(Half half, UnitBlock block) {
    hidden.get(block.index()).values(half).read(block.scratch());
    return block.scratch();
  }

  /** Sets the states that {@link #down} reads, in a kernel of hidden units. */
  public void setStates(UnitBlock block) {
    hidden.get(block.index()).states().write(block.values());
  }

  /** Sets visible values, in a kernel of visible units. */
  public void setVisible(Half half, UnitBlock block) {
    visible.get(block.index()).values(half).write(block.values());
  }

  /** What the next move depends on. */
  public void put(StateArrays state) {
    if (velocity != null) {
      state.put(VELOCITY, velocity);
    }
  }

  /** Sets what {@link #put} gave. */
  public void restore(KeptState kept) {
    if (velocity != null) {
      kept.into(VELOCITY, velocity);
    }
  }

  /** A copy of the hidden values, [hidden, rows]. */
  public Matrix hidden(Half half) {
    Matrix copy = Matrix.zeros(hiddenUnits, rows);
    exchange(half, TiedProducts::copy, Panel.of(copy));
    return copy;
  }

  /** Sets the hidden values, [hidden, rows]. */
  public void setHidden(Half half, Matrix all) {
    exchange(half, (values, own) -> copy(own, values), Panel.of(all));
  }

  private void exchange(Half half, BiConsumer<Panel, Panel> exchange, Panel all) {
    for (HiddenPanels panels : hidden) {
      Panel own = all.rows(panels.block.firstUnit(), panels.block.units());
      exchange.accept(panels.values().columns(half.ordinal() * rows, rows), own);
    }
  }

  private static void copy(Panel from, Panel to) {
    float[] values = new float[from.rows() * from.columns()];
    from.read(values);
    to.write(values);
  }
}
