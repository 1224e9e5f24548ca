/** What several commands leave: captions, panels, tables and charts in one style. */
package io.github.unitscope.experiments.output;
