package io.github.unitscope.experiments.train;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.storage.ConvDescription;
import io.github.unitscope.convnet.storage.ConvFolder;
import io.github.unitscope.convnet.training.ConvNetListener;
import io.github.unitscope.convnet.training.ConvNetSettings;
import io.github.unitscope.convnet.training.ConvNetTrainer;
import io.github.unitscope.convnet.training.StepMetrics;
import io.github.unitscope.convnet.training.TrainedConvNet;
import io.github.unitscope.convnet.training.TrainingSnapshot;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.provenance.RunFolder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Trains a convolutional network on a dataset, shows how it goes and writes what came out. */
public final class ConvNetTraining implements Training<ConvNetwork> {
  /** What the seed of a training is derived for; it decides bits. */
  private static final String SEED_WORD = "train convnet";

  private final ConvNetSettings settings;
  private final Dataset dataset;
  private final long seed;
  private StepWatch watch = StepWatch.NONE;
  private final SortedSet<Integer> keptSteps = new TreeSet<>();
  private final SortedMap<Integer, ConvNetwork> checkpoints = new TreeMap<>();
  private ConvNetwork model;
  private List<StepMetrics> steps = List.of();

  /**
   * @param settings how to train
   * @param dataset what on
   * @param seed the root seed
   */
  public ConvNetTraining(ConvNetSettings settings, Dataset dataset, long seed) {
    this.settings = settings;
    this.dataset = dataset;
    this.seed = seed;
  }

  /** Lets somebody look at the network on the way. */
  public void watchedBy(StepWatch newWatch) {
    watch = newWatch;
  }

  /**
   * Keeps the network as it is after some steps; each becomes a model folder of its own, {@code
   * checkpoints/step-N}.
   *
   * @param atSteps from 0, before the first, to the last
   */
  public void keepCheckpoints(Set<Integer> atSteps) {
    keptSteps.addAll(atSteps);
    watchedBy(
        new StepWatch() {
          @Override
          public boolean wants(int step) {
            return keptSteps.contains(step);
          }

          @Override
          public void look(int step, ConvNetwork network) {
            checkpoints.put(step, network);
          }
        });
  }

  /** Looks at a network while it is trained. */
  public interface StepWatch {
    /** Sees nothing. */
    StepWatch NONE =
        new StepWatch() {
          @Override
          public boolean wants(int step) {
            return false;
          }

          @Override
          public void look(int step, ConvNetwork network) {}
        };

    /**
     * Whether the network is to be seen after a step.
     *
     * @param step from 1; 0 is before the first
     */
    boolean wants(int step);

    /**
     * Sees the network.
     *
     * @param network a copy of what has been learned
     */
    void look(int step, ConvNetwork network);
  }

  @Override
  public Object settings() {
    return keptSteps.isEmpty() ? settings : new WithCheckpoints(settings, keptSteps);
  }

  /**
   * The settings of a training that leaves more than its last model.
   *
   * @param training how to train
   * @param checkpoints the steps after which the network is kept
   */
  private record WithCheckpoints(ConvNetSettings training, SortedSet<Integer> checkpoints) {}

  @Override
  public ConvNetwork run(Workers workers, Terminal terminal, Checkpoints states) {
    KeptSteps kept = new KeptSteps(states);
    try (Terminal.Progress progress =
        terminal.progress("training on " + dataset.name(), settings.steps())) {
      TrainedConvNet trained =
          new ConvNetTrainer(settings, workers, new Listener(progress, kept), kept)
              .train(dataset, Seed.root(seed).derive(SEED_WORD));
      steps = trained.steps();
      model = trained.network();
    }
    return model;
  }

  /** A network of the same layers without weights: to check choices of units early. */
  public ConvNetwork untrained() {
    return withTrainer(trainer -> trainer.untrained(dataset));
  }

  private <T> T withTrainer(Function<ConvNetTrainer, T> question) {
    try (Workers workers = new Workers(1)) {
      return question.apply(new ConvNetTrainer(settings, workers, ConvNetListener.NONE));
    }
  }

  /** Moves the bar, says how tests went and lets the watch look. */
  private final class Listener implements ConvNetListener {
    private final Terminal.Progress progress;
    private final KeptSteps kept;

    Listener(Terminal.Progress progress, KeptSteps kept) {
      this.progress = progress;
      this.kept = kept;
    }

    @Override
    public void onStart(TrainingSnapshot network) {
      show(0, network);
    }

    @Override
    public void onResume(List<StepMetrics> done) {
      progress.note(
          String.format(
              Locale.ROOT, "resuming in step %d of %d", done.size() + 1, settings.steps()));
      int count = withTrainer(trainer -> trainer.parameters(dataset));
      kept.restore(watch::wants, done.size(), count)
          .forEach(
              (step, parameters) ->
                  watch.look(step, withTrainer(trainer -> trainer.restored(dataset, parameters))));
    }

    @Override
    public void onStep(StepMetrics metrics, TrainingSnapshot network) {
      progress.at(metrics.step());
      if (metrics.isTested()) {
        progress.note(
            String.format(
                Locale.ROOT,
                "step %d/%d, loss of the batch %s, test loss %s, test accuracy %s",
                metrics.step(),
                settings.steps(),
                Numbers.brief(metrics.trainLoss()),
                Numbers.brief(metrics.testLoss()),
                Numbers.percent(metrics.testAccuracy())));
      }
      show(metrics.step(), network);
    }

    private void show(int step, TrainingSnapshot network) {
      if (watch.wants(step)) {
        kept.add(step, network.parameters());
        watch.look(step, network.network());
      }
    }
  }

  @Override
  public boolean hasModel() {
    return model != null;
  }

  /** How the steps went; empty before the training. */
  public ConvNetReport report() {
    return new ConvNetReport(steps, settings.dropout() > 0);
  }

  @Override
  public void write(RunFolder folder, String prefix) {
    double norm = ImageStatistics.meanNorm(dataset);
    writeModel(folder, prefix, model, norm, "trained by unitscope");
    checkpoints.forEach(
        (step, network) ->
            writeModel(
                folder,
                prefix + String.format(Locale.ROOT, "checkpoints/step-%d/", step),
                network,
                norm,
                "trained by unitscope, after step " + step));
    folder.writeText(prefix + "metrics.csv", report().csv());
    folder.writeText(prefix + RunFolder.TIMES, report().times());
    Output.charts(folder, prefix + "training.png", report().chart());
  }

  private void writeModel(
      RunFolder folder, String prefix, ConvNetwork network, double norm, String source) {
    ConvDescription description =
        ConvDescription.of(network, norm, dataset.name(), source, settings, seed);
    Output.model(folder, prefix, description, ConvFolder.arrays(network));
  }

  @Override
  public String summary() {
    double seconds = steps.stream().mapToDouble(StepMetrics::seconds).sum();
    return String.format(
        Locale.ROOT,
        "trained %d steps on %s in %s s; test accuracy %s",
        steps.size(),
        dataset.name(),
        Numbers.brief(seconds),
        Numbers.percent(steps.get(steps.size() - 1).testAccuracy()));
  }
}
