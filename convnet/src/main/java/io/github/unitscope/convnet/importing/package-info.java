/**
 * Networks from files of other programs. A format is one {@link
 * io.github.unitscope.convnet.importing.ModelImporter}, found by {@link
 * io.github.unitscope.convnet.importing.ModelImporters}; it translates layers to operations and
 * knows nothing of training. Depends on networks and their operations, on no format.
 */
package io.github.unitscope.convnet.importing;
