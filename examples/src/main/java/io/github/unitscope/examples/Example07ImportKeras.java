package io.github.unitscope.examples;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.importing.ModelImporters;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.visualize.figures.Figures;
import io.github.unitscope.visualize.maximize.Maximization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Imports a model that Keras saved, looks at the channels of its first layer, and keeps it as a
 * model folder. What the network expects of an image is not in the file and has to be said.
 */
public final class Example07ImportKeras {
  private Example07ImportKeras() {}

  /** Writes the model {@code edges} and the figure {@code channels.png} into a folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path file = folder.resolve("edges.h5");
    try (InputStream small = Example07ImportKeras.class.getResourceAsStream("edges.h5")) {
      Files.write(file, small.readAllBytes());
    }
    ConvNetwork network = ModelImporters.read(file, InputDeclaration.UNIT);
    Models.save(network, folder.resolve("edges"));
    Figures.of(Maximization.of(network).layer("edges").preset("o17").restarts(1).run())
        .save(folder.resolve("channels.png"));
  }
}
