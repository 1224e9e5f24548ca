/**
 * Images shown to a network one shard after the other, and what is read of its layers then.
 *
 * <p>Begin with {@link io.github.unitscope.visualize.stream.ImageStream}. An image set may be
 * larger than memory: only the images at hand are held.
 */
package io.github.unitscope.visualize.stream;
