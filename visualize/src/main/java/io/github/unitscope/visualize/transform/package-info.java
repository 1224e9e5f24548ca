/**
 * What an image goes through at each step of an ascent: padding, jitter, rotation, scaling, each
 * with its adjoint. Begin with {@link io.github.unitscope.visualize.transform.Transform}.
 */
package io.github.unitscope.visualize.transform;
