package io.github.unitscope.experiments.gallery;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.unitscope.network.message.PlainText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * Values as scripts that hand them to a function, since a page that is opened as a file may not
 * read other files but run them: {@code unitscope.layer({…});}. What is in the parentheses is JSON.
 * No text can end the script or begin a tag: {@code <}, {@code >}, {@code &} and the line ends that
 * only JavaScript knows are escaped; in values, what is no text on one line is a question mark.
 */
final class Script {
  private static final MathContext DIGITS = new MathContext(5);
  private static final ObjectMapper MAPPER = mapper();

  private Script() {}

  /**
   * A call of a function.
   *
   * @param function its name
   * @param value numbers are rounded to five digits; what is not a finite number is null
   */
  static String call(String function, Object value) {
    try {
      return String.format(Locale.ROOT, "%s(%s);\n", function, MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON for " + value.getClass(), e);
    }
  }

  private static ObjectMapper mapper() {
    SimpleModule module = new SimpleModule();
    module.addSerializer(double[].class, new Doubles());
    module.addSerializer(String.class, new Texts());
    ObjectMapper mapper = JsonMapper.builder().addModule(module).build();
    mapper.getFactory().setCharacterEscapes(new Escapes());
    return mapper;
  }

  /** Names of layers, classes and photographs are on one line and turn nothing around them. */
  private static final class Texts extends StdSerializer<String> {
    private static final long serialVersionUID = 1;

    Texts() {
      super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(PlainText.of(text));
    }
  }

  private static final class Doubles extends StdSerializer<double[]> {
    private static final long serialVersionUID = 1;

    Doubles() {
      super(double[].class);
    }

    @Override
    public void serialize(double[] values, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartArray();
      for (double value : values) {
        if (Double.isFinite(value)) {
          BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
          out.writeNumber(shorter(rounded.toString(), rounded.toPlainString()));
        } else {
          out.writeNull();
        }
      }
      out.writeEndArray();
    }

    private static String shorter(String scientific, String plain) {
      return plain.length() <= scientific.length() ? plain : scientific;
    }
  }

  private static final class Escapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
      for (char character : "<>&".toCharArray()) {
        codes[character] = ESCAPE_CUSTOM;
      }
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      boolean special = "<>&\u2028\u2029".indexOf(character) >= 0;
      return special
          ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", character))
          : null;
    }
  }
}
