package io.hotline.schemas;

/**
 * How much memory a few bytes may claim. Avro reads its limits from system properties, once, when
 * its first decoder is loaded; {@link RecordTrust} sets them before that, unless the operator did.
 */
public final class AvroLimits {

  /** The largest value that is written or read: a dead letter, which wraps a whole record. */
  public static final int MAX_VALUE_BYTES = Topics.MAX_RECORD_BYTES + 1024 * 1024;

  private static final int MAX_ITEMS = 1_000_000;

  private AvroLimits() {}

  static void set() {
    setUnlessGiven("org.apache.avro.limits.string.maxLength", MAX_VALUE_BYTES);
    setUnlessGiven("org.apache.avro.limits.bytes.maxLength", MAX_VALUE_BYTES);
    setUnlessGiven("org.apache.avro.limits.collectionItems.maxLength", MAX_ITEMS);
  }

  private static void setUnlessGiven(String property, int limit) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Integer.toString(limit));
    }
  }
}
