package io.github.unitscope.provenance.diff;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.InputFile;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a table, one at a time: in memory, a table takes fifty times the room of its file.
 * Every method throws {@link InvalidInputException} where the file cannot be read or is no table.
 */
public final class TableRows implements AutoCloseable {
  /** In characters. Rows of runs have some thousands. */
  private static final int LONGEST_ROW = 1 << 18;

  private final Path file;
  private final CSVParser parser;
  private final Bounded text;
  private final Iterator<CSVRecord> records;
  private long count;

  private TableRows(Path file, CSVParser parser, Bounded text) {
    this.file = file;
    this.parser = parser;
    this.text = text;
    this.records = parser.iterator();
  }

  @SuppressWarnings("MustBeClosedChecker") // Closing the rows closes the file.
  @MustBeClosed
  public static TableRows open(Path file) {
    try {
      InputFile input = InputFile.open(file);
      try {
        // Of a charset, the reader would put another character for bytes that are none.
        Bounded text =
            new Bounded(new InputStreamReader(input.stream(), StandardCharsets.UTF_8.newDecoder()));
        return new TableRows(file, CSVParser.parse(text, CSVFormat.RFC4180), text);
      } catch (IOException e) {
        input.close();
        throw e;
      }
    } catch (IOException e) {
      throw FileProblem.of("cannot read", file, e);
    }
  }

  /** The cells of the next row; null after the last. */
  public List<String> next() {
    try {
      text.left = LONGEST_ROW;
      if (!records.hasNext()) {
        return null;
      }
      count++;
      return records.next().toList();
    } catch (UncheckedIOException e) {
      throw FileProblem.of("cannot read", file, e.getCause());
    } catch (IllegalStateException e) {
      throw new InvalidInputException(file + " is not a table: rerun it", e);
    }
  }

  /** How many rows the file has; reads to its end. */
  public long countAll() {
    while (next() != null) {
      // Counted there.
    }
    return count;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      // A file that was only read has nothing left to lose.
    }
  }

  /** Gives no more characters than one row may have; the parser asks for some kilobytes ahead. */
  private static final class Bounded extends FilterReader {
    private int left;

    Bounded(Reader in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] characters, int offset, int length) throws IOException {
      if (left <= 0) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "it has a row of more than %d characters, so it is not a table of a run",
                LONGEST_ROW));
      }
      int read = super.read(characters, offset, length);
      left -= Math.max(read, 0);
      return read;
    }
  }
}
