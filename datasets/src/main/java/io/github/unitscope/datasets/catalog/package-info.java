/**
 * The datasets by name, and where their files are. A new dataset is a {@link
 * io.github.unitscope.datasets.catalog.DatasetSource} that is registered in {@link
 * io.github.unitscope.datasets.catalog.DatasetCatalog}. The top of this module: depends on all its
 * other packages.
 */
package io.github.unitscope.datasets.catalog;
