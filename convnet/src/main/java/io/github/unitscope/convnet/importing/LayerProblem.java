package io.github.unitscope.convnet.importing;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Collection;
import java.util.Locale;

/** What a message says of a layer that cannot be imported, the same for all formats. */
public final class LayerProblem {
  private LayerProblem() {}

  /**
   * A layer that cannot be translated.
   *
   * @param layer its name
   * @param reason half a sentence, such as "its kind, Lambda, is not known"
   * @param importable names of the layers that were translated before it: each can be imported
   */
  public static InvalidInputException of(
      String layer, String reason, Collection<String> importable, Throwable cause) {
    String advice =
        importable.isEmpty()
            ? "no layer can be imported without it"
            : "to import less, use --until with one of " + String.join(", ", importable);
    return new InvalidInputException(
        String.format(Locale.ROOT, "layer %s cannot be imported: %s; %s", layer, reason, advice),
        cause);
  }

  /**
   * A last layer that the model does not have.
   *
   * @param importable names of the layers that can be imported
   */
  public static InvalidInputException unknown(String layer, Collection<String> importable) {
    String advice =
        importable.isEmpty()
            ? "no layer can be imported"
            : "expected one of " + String.join(", ", importable);
    return new InvalidInputException(
        String.format(Locale.ROOT, "unknown layer '%s'; %s", layer, advice));
  }
}
