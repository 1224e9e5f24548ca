/**
 * The operations that convolutional networks are made of, each with its exact gradient with respect
 * to its input at inference. Begin with {@link io.github.unitscope.convnet.operation.Operation}.
 */
package io.github.unitscope.convnet.operation;
