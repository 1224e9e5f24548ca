package io.github.unitscope.experiments.likelihood;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.EnumWord;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.LabelledDataOptions;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.likelihood.AnnealedImportanceSampling;
import io.github.unitscope.rbm.likelihood.ExactPartition;
import io.github.unitscope.rbm.likelihood.LogLikelihood;
import io.github.unitscope.rbm.likelihood.LogPartition;
import io.github.unitscope.rbm.machine.LogOdds;
import io.github.unitscope.rbm.machine.Rbm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code likelihood}: how probable the lowest machine of a deep belief network finds the test
 * images, exactly where it is small and by annealed importance sampling otherwise.
 */
public final class Likelihood implements Command {
  @ParametersDelegate private final ModelOptions model = new ModelOptions();

  @Parameter(
      names = "--method",
      description =
          "How the partition function is found: exact enumeration (up to 20 hidden units),"
              + " annealed importance sampling (ais), or auto, the better of the two")
  private Method method = Method.AUTO;

  @OptionGroup(Group.ADVANCED)
  @Parameter(names = "--runs", description = "Chains of annealed importance sampling, at least 2")
  private int runs = AnnealedImportanceSampling.DEFAULTS.runs();

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--steps",
      description = "Intermediate temperatures of annealed importance sampling, at least 1")
  private int steps = AnnealedImportanceSampling.DEFAULTS.steps();

  @ParametersDelegate private final LabelledDataOptions data = LabelledDataOptions.ofModel();
  @ParametersDelegate private final RunOptions run = RunOptions.withoutText();

  /** How the partition function is found. */
  public enum Method {
    /** Exactly where that is possible, else by annealed importance sampling. */
    AUTO,
    /** By enumeration. */
    EXACT,
    /** By annealed importance sampling. */
    AIS
  }

  /** Everything settled; manifests record it. */
  private record Settings(Method method, AnnealedImportanceSampling sampling) {}

  @Override
  public String name() {
    return "likelihood";
  }

  @Override
  public String summary() {
    return "measure the test log-likelihood of a model's lowest RBM";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "likelihood --model runs/dbn",
        "likelihood --model runs/pcd15 --data mnist --runs 256 --steps 20000",
        "likelihood --model runs/h20 --data mnist --method exact");
  }

  @Override
  public void run(Terminal terminal) {
    AnnealedImportanceSampling sampling =
        UsageException.check(() -> new AnnealedImportanceSampling(runs, steps));
    int threads = run.threads();
    StoredModel loaded = model.read();
    if (!(loaded.network() instanceof Dbn dbn)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s holds a %s: likelihood needs a model of train dbn",
              model.path(),
              loaded.kind()));
    }
    Rbm rbm = dbn.tiedLayers().get(0);
    rbm.requireBinary("the likelihood of test images");
    Dataset dataset = data.load(loaded.data());
    requireFit(rbm, dataset);
    Settings settings = new Settings(settle(rbm), sampling);
    Inputs inputs =
        Inputs.of(name(), settings, run.seedValue()).withData(dataset).withModel(loaded.source());
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(threads)) {
      LogPartition partition = partition(rbm, dataset, settings, workers);
      LogLikelihood likelihood =
          LogLikelihood.of(rbm, partition, dataset.test(), seed().derive("images"), workers);
      folder.writeText("likelihood.json", Json.text(likelihood));
      Optional<BothSides> bothSides =
          settings.method == Method.EXACT
              ? Optional.empty()
              : Optional.of(bothSides(partition, dbn, dataset, sampling, workers));
      bothSides.ifPresent(sides -> folder.writeText("partition.json", Json.text(sides)));
      folder.commit();
      say(terminal, settings.method, likelihood);
      bothSides.ifPresent(sides -> terminal.say("%s", sides.verdict()));
    }
  }

  private Seed seed() {
    return run.seed().derive("likelihood");
  }

  private static float[] base(Dataset dataset) {
    return LogOdds.of(ImageStatistics.of(dataset.train(), 10_000).meanImage());
  }

  private BothSides bothSides(
      LogPartition forward,
      Dbn dbn,
      Dataset dataset,
      AnnealedImportanceSampling sampling,
      Workers workers) {
    return BothSides.of(
        forward,
        sampling,
        dbn.tiedLayers().get(0),
        Optional.ofNullable(dbn.ladders().get(1)),
        base(dataset),
        dataset.train(),
        seed(),
        workers);
  }

  private static void requireFit(Rbm rbm, Dataset dataset) {
    if (rbm.visible() != dataset.shape().size()) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "--data %s has images of %s, but the model takes %d values: give the data it was trained on",
              dataset.name(),
              dataset.shape(),
              rbm.visible()));
    }
  }

  private Method settle(Rbm rbm) {
    boolean small = rbm.hidden() <= ExactPartition.MAX_HIDDEN;
    if (method == Method.EXACT && !small) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "--method exact works up to %d hidden units, and the model has %d: use --method ais",
              ExactPartition.MAX_HIDDEN,
              rbm.hidden()));
    }
    return method == Method.AUTO ? small ? Method.EXACT : Method.AIS : method;
  }

  private LogPartition partition(Rbm rbm, Dataset dataset, Settings settings, Workers workers) {
    return settings.method == Method.EXACT
        ? ExactPartition.of(rbm, workers)
        : settings.sampling.estimate(rbm, base(dataset), seed().derive("annealing"), workers);
  }

  private static void say(Terminal terminal, Method method, LogLikelihood likelihood) {
    terminal.say(
        "log Z = %s (%s), interval %s to %s",
        Numbers.fixed(likelihood.logPartition().value()),
        EnumWord.of(method),
        Numbers.fixed(likelihood.logPartition().low()),
        Numbers.fixed(likelihood.logPartition().high()));
    terminal.say(
        "mean test log-likelihood = %s nats, interval %s to %s, standard error over %d images %s",
        Numbers.fixed(likelihood.mean()),
        Numbers.fixed(likelihood.low()),
        Numbers.fixed(likelihood.high()),
        likelihood.images(),
        Numbers.fixed(likelihood.standardError()));
  }
}
