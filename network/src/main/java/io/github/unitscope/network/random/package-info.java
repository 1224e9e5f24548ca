/**
 * Seeds that are derived for a purpose, and the generator that they start: the same numbers for any
 * number of threads. Depends on nothing.
 */
package io.github.unitscope.network.random;
