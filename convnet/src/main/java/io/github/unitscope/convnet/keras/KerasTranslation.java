package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.ConvNetworkBuilder;
import io.github.unitscope.convnet.NormalizedLayer;
import io.github.unitscope.convnet.importing.ImportRequest;
import io.github.unitscope.convnet.importing.ImportedNetwork;
import io.github.unitscope.convnet.importing.LayerProblem;
import io.github.unitscope.convnet.keras.KerasLayer.CallName;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Translates the layers of a model, one after the other. */
final class KerasTranslation {
  private final KerasArchitecture architecture;
  private final KerasArchive archive;
  private final Map<String, KerasLayer> layers = new LinkedHashMap<>();
  private final Map<String, LayerWeights> weights = new HashMap<>();
  private final Map<CallName, KerasTensor> tensors = new HashMap<>();

  /** The names of layers that were translated, in order. */
  private final Set<String> translated = new LinkedHashSet<>();

  private NormalizedLayer normalized;

  KerasTranslation(KerasArchitecture architecture, KerasArchive archive) {
    this.architecture = architecture;
    this.archive = archive;
    architecture.layers().forEach(layer -> layers.put(layer.name(), layer));
  }

  /**
   * The network, for one call.
   *
   * @throws InvalidInputException if it cannot be translated
   */
  ImportedNetwork network(ImportRequest request) {
    if (request.until() != null && !architecture.has(request.until())) {
      throw LayerProblem.unknown(request.until(), importable());
    }
    ConvNetworkBuilder nodes = translate(request.until());
    ConvNetwork network = nodes.build(request.input(), request.classes());
    return new ImportedNetwork(network, normalized);
  }

  /** The names of all layers that can be imported. */
  private Set<String> importable() {
    try {
      translate(null);
    } catch (InvalidInputException e) {
      // Those until there.
    }
    return translated;
  }

  private ConvNetworkBuilder translate(String until) {
    List<CallName> order = CallOrder.of(architecture, until);
    KerasTensor image = image(order);
    ConvNetworkBuilder network = new ConvNetworkBuilder(image.shape());
    for (CallName call : order) {
      KerasLayer layer = layers.get(call.layer());
      try {
        tensors.put(call, layer.isInput() ? image : translate(call, layer, image, network, until));
      } catch (InvalidInputException e) {
        throw LayerProblem.of(layer.name(), e.getMessage(), translated, e);
      } catch (RuntimeException e) {
        // Readers throw all kinds at damaged files; sizes overflow.
        throw LayerProblem.of(
            layer.name(), "its description or weights are damaged", translated, e);
      }
    }
    return network;
  }

  private KerasTensor image(List<CallName> order) {
    List<KerasLayer> needed =
        order.stream().map(call -> layers.get(call.layer())).distinct().toList();
    if (!needed.isEmpty() && KerasArchitecture.isModel(needed.get(0).kind())) {
      // The shape of the images is within it.
      throw LayerProblem.of(needed.get(0).name(), LayerKinds.NESTED, translated, null);
    }
    return ImageInput.of(needed);
  }

  private KerasTensor translate(
      CallName name,
      KerasLayer layer,
      KerasTensor image,
      ConvNetworkBuilder network,
      String until) {
    List<CallName> below = layer.calls().get(name.number());
    boolean first = architecture.sequential() && below.isEmpty();
    List<KerasTensor> inputs = first ? List.of(image) : below.stream().map(tensors::get).toList();
    LayerWeights arrays =
        weights.computeIfAbsent(layer.name(), key -> new LayerWeights(archive, key));
    LayerCall call = new LayerCall(nodeName(name, layer, until), layer, inputs, arrays, network);
    KerasTensor output = LayerKinds.of(layer.kind()).translate(call);
    arrays.requireAllUsed();
    normalized = normalized == null ? call.normalized() : normalized;
    translated.add(layer.name());
    return output;
  }

  /**
   * What a node is called: as its layer; further calls of it get a number. In a stack, what only
   * puts values elsewhere is part of the layer above it.
   */
  private String nodeName(CallName call, KerasLayer layer, String until) {
    if (architecture.sequential() && ShapeLayers.isPartOfNext(layer.kind())) {
      int next = architecture.layers().indexOf(layer) + 1;
      if (next < architecture.layers().size() && !layer.name().equals(until)) {
        return architecture.layers().get(next).name() + "/flat";
      }
    }
    return call.number() == 0 ? layer.name() : layer.name() + "/call" + (call.number() + 1);
  }
}
