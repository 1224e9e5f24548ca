/**
 * Datasets from public mirrors: {@link io.github.unitscope.datasets.download.Download}. What
 * arrives is believed only when its SHA-256 is the official one.
 */
package io.github.unitscope.datasets.download;
