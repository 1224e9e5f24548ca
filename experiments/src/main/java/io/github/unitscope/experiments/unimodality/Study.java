package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.experiments.options.LayerUnits;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.provenance.Interruption;
import io.github.unitscope.provenance.StateFolder;
import io.github.unitscope.visualize.maximize.AscentJob;
import io.github.unitscope.visualize.maximize.MaximizationPlan;
import io.github.unitscope.visualize.maximize.Maximizer;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.unimodal.LayerModality;
import io.github.unitscope.visualize.unimodal.UnitModality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many ascents for every unit of several models: makes those that are missing, part by part, and
 * then looks at all of them. A start is the same image for all models and in {@code maximize}.
 */
public final class Study {
  private final List<StudiedModel> models;
  private final StudySettings settings;
  private final Seed seed;
  private final WorkFolder work;
  private final Workers workers;

  /**
   * @param models the trained one and its null models, all of one architecture
   * @param settings of the study
   * @param seed of everything random
   * @param state where parts are kept
   * @param workers the threads to use
   */
  public Study(
      List<StudiedModel> models,
      StudySettings settings,
      Seed seed,
      StateFolder state,
      Workers workers) {
    this.models = List.copyOf(models);
    this.settings = settings;
    this.seed = seed;
    int inputs = models.get(0).network().inputShape().size();
    UnitModality.requireMemory(settings.restarts(), inputs);
    this.work = new WorkFolder(state, settings.restarts(), inputs);
    this.workers = workers;
  }

  /** Does the work that is not done yet, and sums it up. */
  public StudyResults run(Terminal terminal) {
    List<Part> done = work.find(allParts());
    if (!done.isEmpty()) {
      terminal.note(
          String.format(
              Locale.ROOT,
              "resuming after %d of %d parts from %s",
              done.size(),
              allParts().size(),
              work.path()));
    }
    ascend(new HashSet<>(done), terminal);
    return new StudyResults(settings, work, look());
  }

  private List<Part> allParts() {
    List<Part> parts = new ArrayList<>();
    for (StudiedModel model : models) {
      settings.layers().forEach(layer -> parts.addAll(Part.of(model.name(), layer)));
    }
    return parts;
  }

  private void ascend(Set<Part> done, Terminal terminal) {
    AtomicLong ascents = new AtomicLong();
    done.forEach(part -> ascents.addAndGet(rows(part)));
    long total = allParts().stream().mapToLong(this::rows).sum();
    try (Terminal.Progress progress = terminal.progress("ascending", total)) {
      progress.at(ascents.get());
      for (StudiedModel model : models) {
        for (LayerUnits layer : settings.layers()) {
          List<Part> missing =
              Part.of(model.name(), layer).stream().filter(part -> !done.contains(part)).toList();
          if (!missing.isEmpty()) {
            ascend(model, missing, () -> progress.at(ascents.incrementAndGet()));
            progress.note(
                String.format(Locale.ROOT, "%s layer %d done", model.name(), layer.layer()));
          }
        }
      }
    }
  }

  private long rows(Part part) {
    return (long) part.units().size() * settings.restarts();
  }

  /** All parts of a layer at once: at the end of each, threads would wait for its last rows. */
  private void ascend(StudiedModel model, List<Part> parts, Runnable ended) {
    List<AscentJob> targets = new ArrayList<>();
    List<PartInProgress> owners = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (Part part : parts) {
      PartInProgress progress = new PartInProgress(part, settings.restarts());
      targets.addAll(
          MaximizationPlan.ofUnits(
                  part.choice(model.network()),
                  part.units(),
                  settings.restarts(),
                  settings.quantity(),
                  settings.specification(),
                  seed)
              .jobs());
      for (int row = 0; row < progress.rows(); row++) {
        owners.add(progress);
        rows.add(row);
      }
    }
    new Maximizer(model.network(), settings.specification(), workers)
        .maximize(
            targets,
            (maximum, index) -> {
              keep(model, owners.get(index), rows.get(index), maximum);
              ended.run();
            });
  }

  private void keep(StudiedModel model, PartInProgress progress, int row, Maximum maximum) {
    if (progress.put(row, maximum)) {
      Part part = progress.part();
      work.write(part, Ascents.of(model.network(), part, progress.takeMaxima()));
    }
    Interruption.stopIfRequested(work.path());
  }

  private List<LayerStudy> look() {
    List<LayerStudy> studies = new ArrayList<>();
    for (StudiedModel model : models) {
      for (LayerUnits layer : settings.layers()) {
        List<Part> parts = Part.of(model.name(), layer);
        List<UnitModality> units = look(parts, layer.units().size());
        // The same resamples for all models, as they have the same units.
        Seed bootstrap = seed.derive("bootstrap").derive(layer.layer());
        LayerModality summary = LayerModality.of(units, bootstrap);
        studies.add(new LayerStudy(model.name(), layer.layer(), parts, units, summary, bootstrap));
      }
    }
    return studies;
  }

  private List<UnitModality> look(List<Part> parts, int units) {
    UnitModality[] modalities = new UnitModality[units];
    int perPart = parts.get(0).units().size();
    workers.forEachShard(
        parts.size(),
        shard -> {
          List<UnitModality> found = look(parts.get(shard));
          for (int i = 0; i < found.size(); i++) {
            modalities[shard * perPart + i] = found.get(i);
          }
        });
    return Arrays.asList(modalities);
  }

  private List<UnitModality> look(Part part) {
    Ascents ascents = work.read(part);
    boolean[] settled = ascents.settled();
    List<UnitModality> modalities = new ArrayList<>();
    for (int i = 0; i < part.units().size(); i++) {
      int from = i * settings.restarts();
      int to = from + settings.restarts();
      modalities.add(
          UnitModality.of(
              part.units().get(i),
              ascents.images(from, to),
              Arrays.copyOfRange(ascents.values(), from, to),
              Arrays.copyOfRange(settled, from, to),
              settings.threshold()));
    }
    return modalities;
  }
}
