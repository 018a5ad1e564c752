package io.hotline.extraction.text;

/** The part-of-speech tags of a document's tokens. Immutable. */
public final class Tags {

  private static final Tag[] VALUES = Tag.values();

  private final byte[] ordinals;

  Tags(byte[] ordinals) {
    this.ordinals = ordinals;
  }

  public int size() {
    return ordinals.length;
  }

  public Tag tag(int token) {
    return VALUES[ordinals[token]];
  }
}
