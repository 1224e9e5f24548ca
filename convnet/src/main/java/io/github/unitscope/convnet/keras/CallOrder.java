package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.keras.KerasLayer.CallName;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An order of calls in which each comes after its inputs: the one that whose inputs were ready
 * first comes first (Kahn 1962), of equals the one that the file has first. Model folders have
 * their layers in this order.
 */
final class CallOrder {
  private final Map<CallName, Integer> numbers = new LinkedHashMap<>();
  private final List<CallName> names = new ArrayList<>();
  private final List<List<Integer>> inputs = new ArrayList<>();

  private CallOrder(KerasArchitecture architecture) {
    for (KerasLayer layer : architecture.layers()) {
      for (int call = 0; call < layer.calls().size(); call++) {
        numbers.put(new CallName(layer.name(), call), names.size());
        names.add(new CallName(layer.name(), call));
      }
    }
    for (KerasLayer layer : architecture.layers()) {
      layer.calls().forEach(call -> inputs.add(call.stream().map(this::number).toList()));
    }
  }

  private int number(CallName name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new InvalidInputException(
          "a layer takes the output of " + name.layer() + ", which it does not have");
    }
    return number;
  }

  /**
   * The calls of a model in order.
   *
   * @param until the last layer, of whose first call all others are inputs; null for all
   * @throws InvalidInputException if layers wait for each other
   */
  static List<CallName> of(KerasArchitecture architecture, String until) {
    CallOrder order = new CallOrder(architecture);
    Set<Integer> needed =
        until == null
            ? new HashSet<>(order.numbers.values())
            : order.below(order.number(new CallName(until, 0)));
    return order.sorted(needed).stream().map(order.names::get).toList();
  }

  private Set<Integer> below(int last) {
    Set<Integer> needed = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(last));
    while (!open.isEmpty()) {
      int number = open.pop();
      if (needed.add(number)) {
        open.addAll(inputs.get(number));
      }
    }
    return needed;
  }

  private List<Integer> sorted(Set<Integer> needed) {
    Map<Integer, Set<Integer>> above = new LinkedHashMap<>();
    int[] missing = new int[names.size()];
    Deque<Integer> ready = new ArrayDeque<>();
    for (int number : new TreeSet<>(needed)) {
      Set<Integer> below = new HashSet<>(inputs.get(number));
      below.forEach(input -> above.computeIfAbsent(input, key -> new TreeSet<>()).add(number));
      missing[number] = below.size();
      if (below.isEmpty()) {
        ready.add(number);
      }
    }
    List<Integer> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      int next = ready.remove();
      sorted.add(next);
      for (int number : above.getOrDefault(next, Set.of())) {
        if (--missing[number] == 0) {
          ready.add(number);
        }
      }
    }
    if (sorted.size() < needed.size()) {
      throw new InvalidInputException("its layers form a cycle");
    }
    return sorted;
  }
}
