/**
 * A static page over the units of a model: sprite sheets with their pictures, scripts with their
 * numbers, and the page that shows them. It opens from the file system, without a server.
 *
 * <p>Begin with {@link io.github.unitscope.experiments.gallery.GalleryMaker}.
 */
package io.github.unitscope.experiments.gallery;
