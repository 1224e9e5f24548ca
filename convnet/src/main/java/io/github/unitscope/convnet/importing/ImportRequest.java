package io.github.unitscope.convnet.importing;

import io.github.unitscope.convnet.InputDeclaration;
import java.util.List;
import java.util.Objects;

/**
 * What to import of a file.
 *
 * @param until the last layer to import, with all that it depends on; null for the whole model
 * @param input what the network was trained on
 * @param classes names of its classes, in order; empty for numbers
 */
public record ImportRequest(String until, InputDeclaration input, List<String> classes) {
  /** Copies the list. */
  public ImportRequest {
    Objects.requireNonNull(input, "input");
    classes = List.copyOf(classes);
  }
}
