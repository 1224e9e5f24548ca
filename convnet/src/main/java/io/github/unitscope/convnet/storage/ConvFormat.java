package io.github.unitscope.convnet.storage;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.model.ModelContent;
import io.github.unitscope.network.model.ModelFormat;
import io.github.unitscope.network.model.StoredNetwork;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.storage.ModelFiles;
import java.util.Optional;

/** Convolutional networks on disk, as {@code train convnet} and {@code model import} make them. */
public final class ConvFormat implements ModelFormat {
  @Override
  public String kind() {
    return ConvDescription.KIND;
  }

  @Override
  public String name() {
    return "convolutional network";
  }

  @Override
  public StoredNetwork read(ModelFiles files) {
    ConvFolder.Stored stored = ConvFolder.read(files);
    ConvDescription description = stored.description();
    return new StoredNetwork(
        stored.network(), new TrainedOn(description.meanInputNorm(), description.data()));
  }

  @Override
  public Optional<ModelContent> content(Network network, TrainedOn trainedOn) {
    return network instanceof ConvNetwork convNetwork
        ? Optional.of(
            new ModelContent(
                ConvDescription.of(
                    convNetwork,
                    trainedOn.meanInputNorm(),
                    trainedOn.data(),
                    "saved by a program",
                    null,
                    0),
                ConvFolder.arrays(convNetwork)))
        : Optional.empty();
  }
}
