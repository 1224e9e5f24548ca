package io.github.unitscope.network.model;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.storage.ModelFiles;
import java.util.Optional;

/**
 * How models of one kind lie in their folders. Found by {@link java.util.ServiceLoader}: a class
 * with a public constructor without parameters, named in {@code
 * META-INF/services/io.github.unitscope.network.model.ModelFormat}.
 */
public interface ModelFormat {
  /** The {@code kind} in {@code model.json}, for example {@code dbn}. */
  String kind();

  /** The kind for people, for example {@code deep belief network}. */
  String name();

  /**
   * Reads a model.
   *
   * @param files of a model of this kind
   * @throws io.github.unitscope.network.message.InvalidInputException if a file is missing or
   *     damaged, the two do not fit each other, or a parameter is not a finite number
   */
  StoredNetwork read(ModelFiles files);

  /**
   * What goes into the folder of a network.
   *
   * @param trainedOn the images that it was trained on
   * @return empty if the network is not of this kind
   */
  Optional<ModelContent> content(Network network, TrainedOn trainedOn);
}
