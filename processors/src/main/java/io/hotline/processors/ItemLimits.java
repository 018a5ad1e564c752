package io.hotline.processors;

/**
 * How large an item may be to be read; what is larger becomes a dead letter.
 *
 * @param textUnits UTF-16 code units of text
 * @param bytes of the whole record. Half of what a topic takes, because the enriched item holds the
 *     item and all its facts
 */
public record ItemLimits(int textUnits, int bytes) {

  /** Ten times the longest newspaper feature. */
  public static final ItemLimits DEFAULT = new ItemLimits(1_000_000, 8 * 1024 * 1024);

  public ItemLimits {
    if (textUnits < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "limits.text '" + textUnits + "', limits.bytes '" + bytes + "': expected at least 1");
    }
  }
}
