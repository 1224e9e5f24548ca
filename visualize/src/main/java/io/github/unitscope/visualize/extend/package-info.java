/**
 * How extension points find what has a name. Depends on no other package of this module.
 *
 * <p>Every extension point (regularizers, parameterizations, transforms, ascents, presets, kinds of
 * objectives) has a {@link io.github.unitscope.visualize.extend.Registry} in a class beside its
 * interface, with a {@code register} method that anybody may call.
 */
package io.github.unitscope.visualize.extend;
