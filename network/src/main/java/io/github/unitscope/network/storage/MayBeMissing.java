package io.github.unitscope.network.storage;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JacksonInject;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a record that files of earlier versions do not have: {@link Json} reads null
 * for it there. Every other field has to be in its file.
 */
@JacksonAnnotationsInside
@JacksonInject(MayBeMissing.VALUE)
@Retention(RetentionPolicy.RUNTIME)
// Not for fields: Jackson would set those of a record after its constructor has.
@Target(ElementType.PARAMETER)
public @interface MayBeMissing {
  /** What {@link Json} puts in place of a field that is not there. */
  String VALUE = "missing";
}
