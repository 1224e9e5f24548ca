/**
 * How extension points find what has a name. Every one of them (datasets, regularizers,
 * parameterizations, transforms, ascents, presets) has a {@link
 * io.github.unitscope.network.registry.Registry} in a class beside its interface, with a {@code
 * register} method that anybody may call. Depends on {@code message} only.
 */
package io.github.unitscope.network.registry;
