package io.github.unitscope.benchmarks.peers;

import io.github.unitscope.benchmarks.Done;
import io.github.unitscope.benchmarks.TrainingSizes;
import io.github.unitscope.benchmarks.Work;
import io.github.unitscope.benchmarks.Workload;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An epoch of scikit-learn's {@code BernoulliRBM}, in a Python process of its own that trains when
 * it is asked to and otherwise sleeps. It is told which of OpenBLAS' kernels to use by the
 * environment, as unitscope is.
 *
 * @param python the interpreter
 * @param script {@code sklearn_rbm.py}
 * @param sizes as in ours; the script's hidden units are 500
 * @param threads of its BLAS
 */
record SklearnRbm(Path python, Path script, TrainingSizes sizes, int threads) implements Workload {

  @Override
  public String name() {
    return String.format(Locale.ROOT, "sklearn-cd1-%d-t%d", sizes.batch(), threads);
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "an epoch of scikit-learn's BernoulliRBM, batch %d, %d threads",
        sizes.batch(),
        threads);
  }

  @Override
  public String item() {
    return "image";
  }

  @Override
  public Rounds prepare(Workers workers, Seed seed) {
    try {
      return new Epochs(start(), sizes);
    } catch (IOException e) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "cannot run %s: %s; give another with --python", python, e.getMessage()),
          e);
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                python.toString(),
                script.toString(),
                "--serve",
                "--images",
                String.valueOf(sizes.images())));
    Map<String, String> environment = builder.environment();
    environment.put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
    environment.put("OMP_NUM_THREADS", String.valueOf(threads));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** One after the other, on request. */
  private static final class Epochs implements Rounds {
    private final Process process;
    private final TrainingSizes sizes;
    private final BufferedWriter requests;
    private final BufferedReader answers;

    Epochs(Process process, TrainingSizes sizes) {
      this.process = process;
      this.sizes = sizes;
      this.requests = process.outputWriter();
      this.answers = process.inputReader();
    }

    @Override
    public Work run() {
      try {
        requests.write(sizes.batch() + "\n");
        requests.flush();
        String seconds = answers.readLine();
        if (seconds == null) {
          throw new InvalidInputException(
              "scikit-learn's process ended: is it installed? (Debian: apt-get install python3-sklearn)");
        }
        return new Work(Double.parseDouble(seconds), new Done(sizes.images(), sizes.operations()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
