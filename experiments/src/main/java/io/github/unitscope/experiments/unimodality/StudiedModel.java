package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.experiments.command.EnumWord;
import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.NullModel;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the models that a study compares.
 *
 * @param name in tables and arrays: {@code trained}, or a null model's
 * @param network to look at
 */
public record StudiedModel(String name, Network network) {

  /**
   * A trained model, then its null models.
   *
   * @throws InvalidInputException if there are no null models of such a network
   */
  public static List<StudiedModel> of(Network trained, List<NullModel> nullModels, Seed seed) {
    List<StudiedModel> models = new ArrayList<>();
    models.add(new StudiedModel(StudySettings.TRAINED, trained));
    for (NullModel nullModel : nullModels) {
      String name = EnumWord.of(nullModel);
      if (!(trained instanceof FullyConnected connected)) {
        throw new InvalidInputException(
            "null models need fully connected layers: look at this network with --null none");
      }
      models.add(new StudiedModel(name, nullModel.of(connected, seed)));
    }
    return models;
  }
}
