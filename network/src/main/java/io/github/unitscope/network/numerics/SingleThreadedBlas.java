package io.github.unitscope.network.numerics;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.Nd4jBlas;

/**
 * One thread for BLAS and one for ND4J's own operations; parallelism comes from {@link Workers}.
 *
 * <p>The matrices here are small: splitting one product over two threads made an RBM epoch three
 * times slower. Besides, BLAS may sum in another order when it splits a product, and results must
 * not depend on the number of threads.
 */
final class SingleThreadedBlas {
  private SingleThreadedBlas() {}

  static void require() {
    Backend.name();
    // The factory comes first: it makes ND4J choose a backend, which everything else needs.
    if (Nd4j.factory().blas() instanceof Nd4jBlas blas) {
      blas.setMaxThreads(1);
    }
    // Panels are multiplied by OpenBLAS whatever else ND4J computes on.
    openblas_nolapack.blas_set_num_threads(1);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
  }
}
