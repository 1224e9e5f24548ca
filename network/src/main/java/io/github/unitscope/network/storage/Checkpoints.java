package io.github.unitscope.network.storage;

import java.util.Map;
import java.util.Optional;

/**
 * Keeps the state of a long computation, so that one which was killed goes on where it was and ends
 * with the same bits. The computation decides what its state is; somebody else decides where it is
 * kept and how often.
 *
 * <pre>{@code
 * if (checkpoints.isDue()) {
 *   checkpoints.keep(state());
 * }
 * }</pre>
 */
public interface Checkpoints {
  /** Keeps nothing. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public Optional<NpzReader> last() {
          return Optional.empty();
        }

        @Override
        public boolean isDue() {
          return false;
        }

        @Override
        public void keep(Map<String, NpyArray> state) {}
      };

  /**
   * The newest state that was kept; the caller closes it. Empty at the beginning.
   *
   * @throws io.github.unitscope.network.message.InvalidInputException if it cannot be read
   */
  Optional<NpzReader> last();

  /**
   * Whether the state should be kept now: some time has passed, or the computation is to stop.
   * Cheap enough for every step.
   */
  boolean isDue();

  /**
   * Keeps a state in place of the one before; a kill leaves either whole.
   *
   * @param state by the names of the arrays
   * @throws io.github.unitscope.network.message.InvalidInputException if it cannot be written
   * @throws StopRequestedException if the computation is to stop; the state is then kept
   */
  void keep(Map<String, NpyArray> state);
}
