package io.github.unitscope.experiments.modelshow;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Classifying;
import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.ReceptiveField;
import io.github.unitscope.network.model.StoredModel;
import java.util.List;
import java.util.Locale;

/** {@code model show}: what a model is, with its layers and their shapes. */
public final class ModelShow implements Command {
  @ParametersDelegate private final ModelOptions model = new ModelOptions();

  @Override
  public String name() {
    return "model show";
  }

  @Override
  public String summary() {
    return "show a model's layers and their shapes";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "model show --model runs/dbn",
        "model show --model runs/mobilenet",
        "model show --model runs/compare/model");
  }

  @Override
  public void run(Terminal terminal) {
    StoredModel loaded = model.read();
    Network network = loaded.network();
    terminal.say("%s, %s", loaded.path(), loaded.kind());
    terminal.say(
        "images %s%s, trained on %s",
        text(network.inputShape()),
        network.imageRange().isBounded()
            ? String.format(
                Locale.ROOT,
                " in [%s, %s]",
                network.imageRange().low(),
                network.imageRange().high())
            : "",
        loaded.data().isEmpty() ? "unknown data" : loaded.data());
    if (network instanceof Classifying classifying && !classifying.classes().isEmpty()) {
      terminal.say("%d classes", classifying.classes().size());
    }
    terminal.say("");
    terminal.say("%5s  %-24s %-16s %s", "layer", "name", "units", "sees");
    for (Layer layer : network.layers()) {
      terminal.say(
          "%5d  %-24s %-16s %s",
          layer.index(), layer.name(), text(layer.shape()), sees(network, layer));
    }
  }

  private static String text(ImageShape shape) {
    return shape.height() * shape.width() == 1
        ? String.valueOf(shape.channels())
        : String.format(
            Locale.ROOT, "%d × %d × %d", shape.channels(), shape.height(), shape.width());
  }

  private static String sees(Network network, Layer layer) {
    if (!(network instanceof Convolutional convolutional)) {
      return "all";
    }
    ReceptiveField field = convolutional.receptiveField(layer.index());
    ImageShape image = network.inputShape();
    boolean all = field.height() >= image.height() && field.width() >= image.width();
    return all && layer.places() == 1
        ? "all"
        : String.format(
            Locale.ROOT, "%d × %d every %d", field.height(), field.width(), field.rowStride());
  }
}
