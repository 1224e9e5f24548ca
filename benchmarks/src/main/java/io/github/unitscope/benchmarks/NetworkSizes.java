package io.github.unitscope.benchmarks;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.Dbn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sizes of a fully connected network.
 *
 * @param input the shape of the images
 * @param layers units of every layer, the lowest first; at least one
 */
public record NetworkSizes(ImageShape input, List<Integer> layers) {
  /** The network of Erhan et al. (2009) for digits, in its smaller form: 784-500-500-500. */
  public static final NetworkSizes DEFAULTS =
      new NetworkSizes(ImageShape.grey(28, 28), List.of(500, 500, 500));

  /** Copies the list. */
  public NetworkSizes {
    layers = List.copyOf(layers);
  }

  /** The number of inputs, then the units of every layer. */
  public List<Integer> sizes() {
    return Stream.concat(Stream.of(input.size()), layers.stream()).toList();
  }

  /** For people: 784-500-500-500. */
  String describe() {
    return sizes().stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  /** A network with random weights. */
  public Dbn random(Seed seed) {
    return RandomModel.dbn(input, layers, seed);
  }

  /** The products of a gradient with respect to the image, for some rows at once. */
  List<Product> gradientProducts(int rows) {
    List<Integer> sizes = sizes();
    return IntStream.range(1, sizes.size())
        .boxed()
        .flatMap(
            layer -> {
              int below = sizes.get(layer - 1);
              int above = sizes.get(layer);
              return Stream.of(
                  new Product(Product.Kind.UP, rows, below, above),
                  new Product(Product.Kind.DOWN, rows, above, below));
            })
        .toList();
  }
}
