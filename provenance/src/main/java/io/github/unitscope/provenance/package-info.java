/**
 * Run folders: what a run was made from and what it left, written whole or not at all, resumed
 * after a kill, and traced by a manifest. Begin with {@link
 * io.github.unitscope.provenance.RunFolder} and {@link io.github.unitscope.provenance.Manifest}.
 */
package io.github.unitscope.provenance;
