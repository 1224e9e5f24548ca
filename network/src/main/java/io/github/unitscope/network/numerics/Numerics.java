package io.github.unitscope.network.numerics;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The native libraries under the arithmetic, for programs. Whatever of unitscope comes first loads
 * them as {@code ./unitscope} does, with the same kernels of OpenBLAS, the same binary of ND4J and
 * one thread for both, so that a program gets the bits of the command line without a call. This is
 * for other choices, which can be made once, before that:
 *
 * <pre>{@code
 * Numerics.builder().kernels("Haswell").nativeMemory(2L << 30).configure();
 * }</pre>
 *
 * <p>and, as {@link #configure()}, for programs that load ND4J themselves: it has to come first.
 * Kernels can be chosen on Linux; elsewhere OpenBLAS takes its own. Where others run than were
 * chosen a warning is logged, once.
 */
public final class Numerics {
  private Numerics() {}

  /**
   * Loads the libraries as {@code ./unitscope} does, unless unitscope has loaded them already.
   *
   * @throws InvalidInputException as {@link Builder#configure} does
   */
  public static void configure() {
    builder().configure();
  }

  /** Begins with what {@code ./unitscope} chooses. */
  public static Builder builder() {
    return new Builder();
  }

  /** Other choices. */
  public static final class Builder {
    private Optional<String> kernels = Optional.empty();
    private OptionalLong memory = OptionalLong.empty();

    private Builder() {}

    /**
     * Other kernels of OpenBLAS, such as {@code Haswell}. By default those that {@code
     * UNITSCOPE_BLAS_KERNELS} or {@code OPENBLAS_CORETYPE} names in the environment, else {@code
     * SkylakeX} with AVX-512, {@code Haswell} with AVX2, and what OpenBLAS chooses without.
     */
    public Builder kernels(String name) {
      kernels = Optional.of(name);
      return this;
    }

    /**
     * Bytes for matrices, which are not in Java's heap. By default as much as the heap may have.
     */
    public Builder nativeMemory(long bytes) {
      if (bytes < 1) {
        throw new InvalidInputException("the native memory must be at least 1 byte, not " + bytes);
      }
      memory = OptionalLong.of(bytes);
      return this;
    }

    /**
     * Loads the libraries.
     *
     * @throws IllegalStateException if something was chosen and unitscope has loaded them already
     * @throws InvalidInputException if there are no such kernels, the processor cannot run them, or
     *     ND4J finds nothing to compute on
     */
    public void configure() {
      kernels.ifPresent(BlasKernels::requireUsable);
      NativeLibraries.load(kernels, memory);
    }
  }
}
