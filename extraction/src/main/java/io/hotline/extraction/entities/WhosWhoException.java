package io.hotline.extraction.entities;

/** A table of the who's-who that cannot be used; the message names table, line and field. */
public final class WhosWhoException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  WhosWhoException(String table, int line, String problem) {
    super(table + ":" + line + ": " + problem);
  }
}
