package io.github.unitscope.experiments.hostile;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.machine.VisibleUnits;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.classifier.Classifier;
import io.github.unitscope.testing.RandomValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folders of small models of every kind and of strange shapes, beside {@link SmallModels}. */
final class StrangeModels {
  private StrangeModels() {}

  /** Writes all of them; those whose names begin with digits fit the dataset synthetic. */
  static Map<String, Path> write(Path folder) throws IOException {
    Map<String, Path> models = new LinkedHashMap<>();
    ImageShape digits = ImageShape.grey(28, 28);
    dbn(models, folder, "digits-dbn", digits, VisibleUnits.BERNOULLI, List.of(6, 5));
    classifier(models, folder, "digits-classifier", digits);
    dbn(
        models,
        folder,
        "two-channels",
        new ImageShape(2, 3, 3),
        VisibleUnits.BERNOULLI,
        List.of(4));
    dbn(models, folder, "one-pixel", ImageShape.grey(1, 1), VisibleUnits.BERNOULLI, List.of(1));
    dbn(models, folder, "tall", ImageShape.grey(7, 2), VisibleUnits.BERNOULLI, List.of(60, 2));
    dbn(models, folder, "gaussian", ImageShape.grey(3, 4), VisibleUnits.GAUSSIAN, List.of(5, 4));
    for (SmallModels kind : SmallModels.values()) {
      SmallModels.Files files = kind.make();
      Path model =
          Files.createDirectories(
              folder.resolve("small-" + kind.name().toLowerCase(java.util.Locale.ROOT)));
      Files.write(model.resolve(ModelFiles.DESCRIPTION), files.description());
      Files.write(model.resolve(ModelFiles.WEIGHTS), files.weights());
      models.put(model.getFileName().toString(), model);
    }
    return models;
  }

  private static void dbn(
      Map<String, Path> models,
      Path folder,
      String name,
      ImageShape shape,
      VisibleUnits visible,
      List<Integer> layers)
      throws IOException {
    List<Rbm> rbms = new ArrayList<>();
    int below = shape.size();
    for (int units : layers) {
      rbms.add(
          new Rbm(
              rbms.isEmpty() ? visible : VisibleUnits.BERNOULLI,
              weights(below, units),
              new float[below],
              new float[units]));
      below = units;
    }
    save(models, folder.resolve(name), new Dbn(shape, rbms));
  }

  private static void classifier(
      Map<String, Path> models, Path folder, String name, ImageShape shape) throws IOException {
    Classifier classifier =
        new Classifier(
            shape,
            List.of(new LogisticLayer(weights(shape.size(), 4), new float[4])),
            new LogisticLayer(weights(4, 10), new float[10]));
    save(models, folder.resolve(name), classifier);
  }

  private static void save(Map<String, Path> models, Path folder, Network network) {
    Models.save(network, new TrainedOn(3, "synthetic"), folder);
    models.put(folder.getFileName().toString(), folder);
  }

  private static Matrix weights(int rows, int columns) {
    return RandomValues.matrix(Seed.root(2).derive("weights"), rows, columns, 1);
  }
}
