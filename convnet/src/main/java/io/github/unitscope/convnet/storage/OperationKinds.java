package io.github.unitscope.convnet.storage;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import io.github.unitscope.convnet.operation.ActivationFunction;
import io.github.unitscope.convnet.operation.Addition;
import io.github.unitscope.convnet.operation.AveragePooling;
import io.github.unitscope.convnet.operation.ChannelAffine;
import io.github.unitscope.convnet.operation.Concatenation;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.DepthwiseConvolution;
import io.github.unitscope.convnet.operation.GlobalPooling;
import io.github.unitscope.convnet.operation.Identity;
import io.github.unitscope.convnet.operation.MaxPooling;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Reshape;
import io.github.unitscope.convnet.operation.Softmax;
import io.github.unitscope.convnet.operation.ZeroPadding;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The table of operations that can be stored: a kind's name in {@code model.json}, the operation,
 * and what is stored of it.
 */
public final class OperationKinds extends TypeIdResolverBase {
  private static final List<Kind<?, ?>> KINDS =
      List.of(
          kind(
              "convolution",
              Convolution.class,
              StoredOperation.Convolve.class,
              StoredOperation.Convolve::of),
          kind(
              "depthwise",
              DepthwiseConvolution.class,
              StoredOperation.ConvolveDepthwise.class,
              StoredOperation.ConvolveDepthwise::of),
          kind(
              "scale-and-shift",
              ChannelAffine.class,
              StoredOperation.Scale.class,
              affine -> new StoredOperation.Scale(affine.scale().length)),
          kind(
              "max-pooling",
              MaxPooling.class,
              StoredOperation.PoolMaximum.class,
              pooling -> new StoredOperation.PoolMaximum(pooling.window())),
          kind(
              "average-pooling",
              AveragePooling.class,
              StoredOperation.PoolAverage.class,
              pooling -> new StoredOperation.PoolAverage(pooling.window(), pooling.countPadding())),
          kind(
              "global-pooling",
              GlobalPooling.class,
              StoredOperation.PoolAll.class,
              StoredOperation.PoolAll::new),
          kind(
              "rectifier",
              Rectifier.class,
              StoredOperation.Rectify.class,
              StoredOperation.Rectify::of),
          kind(
              "squashing",
              ActivationFunction.class,
              StoredOperation.Squash.class,
              StoredOperation.Squash::new),
          kind(
              "softmax",
              Softmax.class,
              StoredOperation.Normalize.class,
              softmax -> new StoredOperation.Normalize()),
          kind(
              "addition",
              Addition.class,
              StoredOperation.Add.class,
              addition -> new StoredOperation.Add()),
          kind(
              "concatenation",
              Concatenation.class,
              StoredOperation.Concatenate.class,
              concatenation -> new StoredOperation.Concatenate()),
          kind(
              "reshape",
              Reshape.class,
              StoredOperation.Shape.class,
              reshape -> new StoredOperation.Shape(reshape.target(), reshape.order())),
          kind(
              "zero-padding",
              ZeroPadding.class,
              StoredOperation.Pad.class,
              padding -> new StoredOperation.Pad(padding.padding())),
          kind(
              "identity",
              Identity.class,
              StoredOperation.PassOn.class,
              identity -> new StoredOperation.PassOn()));

  private record Kind<O extends Operation, S extends StoredOperation>(
      String name, Class<O> operation, Class<S> stored, Function<O, S> store) {
    StoredOperation of(Operation value) {
      return store.apply(operation.cast(value));
    }
  }

  private static <O extends Operation, S extends StoredOperation> Kind<O, S> kind(
      String name, Class<O> operation, Class<S> stored, Function<O, S> store) {
    return new Kind<>(name, operation, stored, store);
  }

  private static Kind<?, ?> find(Predicate<Kind<?, ?>> condition) {
    return KINDS.stream().filter(condition).findFirst().orElse(null);
  }

  /**
   * What is stored of an operation.
   *
   * @throws IllegalArgumentException if its kind is not in the table
   */
  static StoredOperation stored(Operation operation) {
    Kind<?, ?> known = find(kind -> kind.operation.isInstance(operation));
    if (known == null) {
      throw new IllegalArgumentException("there is no file format for " + operation);
    }
    return known.of(operation);
  }

  @Override
  public String idFromValue(Object value) {
    return idFromValueAndType(value, value.getClass());
  }

  @Override
  public String idFromValueAndType(Object value, Class<?> type) {
    return find(kind -> kind.stored == type).name;
  }

  /** Null for a kind that is not known, which Jackson then refuses. */
  @Override
  public JavaType typeFromId(DatabindContext context, String id) {
    Kind<?, ?> known = find(kind -> kind.name.equals(id));
    return known == null ? null : context.constructType(known.stored);
  }

  @Override
  public String getDescForKnownTypeIds() {
    return KINDS.stream().map(Kind::name).sorted().toList().toString();
  }

  @Override
  public JsonTypeInfo.Id getMechanism() {
    return JsonTypeInfo.Id.CUSTOM;
  }
}
