package io.github.unitscope.experiments.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where options stand in help texts: of a class for all its options, of a field for one. Options
 * without it are of {@link Group#HOW}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface OptionGroup {
  /** The group. */
  Group value();
}
