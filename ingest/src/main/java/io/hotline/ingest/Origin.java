package io.hotline.ingest;

/**
 * Where a document was read, in the form that messages begin with: {@code news.jsonl:12}.
 *
 * @param source the file or address, as its user would name it
 * @param line first line of the document, from 1; 0 if lines mean nothing there
 */
public record Origin(String source, long line) {

  public Origin {
    if (line < 0) {
      throw new IllegalArgumentException("line " + line + ": expected 0 or more");
    }
  }

  /** The whole of a file or address. */
  public static Origin of(String source) {
    return new Origin(source, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
