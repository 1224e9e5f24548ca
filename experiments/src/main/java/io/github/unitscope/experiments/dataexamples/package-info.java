/** {@code examples}: images of the data that a unit responds to most, least and in between. */
package io.github.unitscope.experiments.dataexamples;
