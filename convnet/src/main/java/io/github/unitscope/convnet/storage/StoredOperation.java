package io.github.unitscope.convnet.storage;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver;
import io.github.unitscope.convnet.operation.ActivationFunction;
import io.github.unitscope.convnet.operation.Addition;
import io.github.unitscope.convnet.operation.AveragePooling;
import io.github.unitscope.convnet.operation.ChannelAffine;
import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.convnet.operation.Concatenation;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.DepthwiseConvolution;
import io.github.unitscope.convnet.operation.GlobalPooling;
import io.github.unitscope.convnet.operation.Identity;
import io.github.unitscope.convnet.operation.MaxPooling;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Reshape;
import io.github.unitscope.convnet.operation.Softmax;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.convnet.operation.ZeroPadding;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/** An operation as {@code model.json} names it; its weights are in {@code weights.npz}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, property = "kind")
@JsonTypeIdResolver(OperationKinds.class)
public interface StoredOperation {

  private static void require(Object part, String what) {
    if (part == null) {
      throw new InvalidInputException(String.format(Locale.ROOT, "the %s is missing", what));
    }
  }

  /** The operation, with its weights. */
  Operation restore(LayerArrays weights);

  /** See {@link Convolution}. */
  record Convolve(Window window, int inputChannels, int outputChannels) implements StoredOperation {
    /**
     * @throws InvalidInputException if there is no window
     */
    public Convolve {
      require(window, "window");
    }

    static Convolve of(Convolution c) {
      return new Convolve(c.window(), c.inputChannels(), c.bias().length);
    }

    @Override
    public Operation restore(LayerArrays weights) {
      return new Convolution(
          window,
          inputChannels,
          weights.matrix(
              "weights", Math.multiplyExact(inputChannels, window.size()), outputChannels),
          weights.vector("bias", outputChannels));
    }
  }

  /** See {@link DepthwiseConvolution}. */
  record ConvolveDepthwise(Window window, int multiplier, int outputChannels)
      implements StoredOperation {
    /**
     * @throws InvalidInputException if there is no window
     */
    public ConvolveDepthwise {
      require(window, "window");
    }

    static ConvolveDepthwise of(DepthwiseConvolution c) {
      return new ConvolveDepthwise(c.window(), c.multiplier(), c.bias().length);
    }

    @Override
    public Operation restore(LayerArrays weights) {
      return new DepthwiseConvolution(
          window,
          multiplier,
          weights.rows("kernels", outputChannels, window.size()),
          weights.vector("bias", outputChannels));
    }
  }

  /** See {@link ChannelAffine}. */
  record Scale(int channels) implements StoredOperation {
    @Override
    public Operation restore(LayerArrays weights) {
      return new ChannelAffine(
          weights.vector("scale", channels), weights.vector("shift", channels));
    }
  }

  /** See {@link MaxPooling}. */
  record PoolMaximum(Window window) implements StoredOperation {
    /**
     * @throws InvalidInputException if there is no window
     */
    public PoolMaximum {
      require(window, "window");
    }

    @Override
    public Operation restore(LayerArrays weights) {
      return new MaxPooling(window);
    }
  }

  /** See {@link AveragePooling}. */
  record PoolAverage(Window window, boolean countPadding) implements StoredOperation {
    /**
     * @throws InvalidInputException if there is no window
     */
    public PoolAverage {
      require(window, "window");
    }

    @Override
    public Operation restore(LayerArrays weights) {
      return new AveragePooling(window, countPadding);
    }
  }

  /** See {@link GlobalPooling}. */
  record PoolAll(GlobalPooling value) implements StoredOperation {
    /**
     * @throws InvalidInputException if there is no kind of pooling
     */
    public PoolAll {
      require(value, "kind of pooling");
    }

    @Override
    public Operation restore(LayerArrays weights) {
      return value;
    }
  }

  /**
   * See {@link Rectifier}.
   *
   * @param ceiling null without one
   */
  record Rectify(Double ceiling, double slope) implements StoredOperation {
    static Rectify of(Rectifier rectifier) {
      boolean open = Double.isInfinite(rectifier.ceiling());
      return new Rectify(open ? null : rectifier.ceiling(), rectifier.slope());
    }

    @Override
    public Operation restore(LayerArrays weights) {
      return new Rectifier(ceiling == null ? Double.POSITIVE_INFINITY : ceiling, slope);
    }
  }

  /** See {@link ActivationFunction}. */
  record Squash(ActivationFunction function) implements StoredOperation {
    /**
     * @throws InvalidInputException if there is no function
     */
    public Squash {
      require(function, "function");
    }

    @Override
    public Operation restore(LayerArrays weights) {
      return function;
    }
  }

  /** See {@link Softmax}. */
  record Normalize() implements StoredOperation {
    @Override
    public Operation restore(LayerArrays weights) {
      return Softmax.OVER_CHANNELS;
    }
  }

  /** See {@link Addition}. */
  record Add() implements StoredOperation {
    @Override
    public Operation restore(LayerArrays weights) {
      return Addition.OF_ALL;
    }
  }

  /** See {@link Concatenation}. */
  record Concatenate() implements StoredOperation {
    @Override
    public Operation restore(LayerArrays weights) {
      return Concatenation.OF_CHANNELS;
    }
  }

  /** See {@link Reshape}. */
  record Shape(ImageShape target, ChannelOrder order) implements StoredOperation {
    /**
     * @throws InvalidInputException if there is no order of values
     */
    public Shape {
      require(order, "order of values");
    }

    @Override
    public Operation restore(LayerArrays weights) {
      return new Reshape(target, order);
    }
  }

  /** See {@link ZeroPadding}. */
  record Pad(Padding padding) implements StoredOperation {
    /**
     * @throws InvalidInputException if there is no padding
     */
    public Pad {
      require(padding, "padding");
    }

    @Override
    public Operation restore(LayerArrays weights) {
      return new ZeroPadding(padding);
    }
  }

  /** See {@link Identity}. */
  record PassOn() implements StoredOperation {
    @Override
    public Operation restore(LayerArrays weights) {
      return Identity.OF_INPUT;
    }
  }
}
