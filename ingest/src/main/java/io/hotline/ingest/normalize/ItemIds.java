package io.hotline.ingest.normalize;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which item a document is. The best name that a source gives an item decides, because that one
 * survives an edit: its own id, else its address, else how it begins and on which day.
 *
 * <p>An id is the first half of a SHA-256, as 32 hexadecimal digits.
 */
final class ItemIds {

  /** Words of the beginning that tell two documents without a name apart. */
  private static final int FIRST_WORDS = 16;

  /** Schemes whose names are unique in the world, RFC 4151 and RFC 8141 among them. */
  private static final Pattern UNIQUE =
      Pattern.compile("(?:tag|urn):\\S+", Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private ItemIds() {}

  /**
   * @param source who published it
   * @param itemId the source's own id
   * @param url canonical address
   * @param text the whole text
   * @param day when it was published; null if nobody says, for the day of arrival is not the item's
   */
  static String of(
      String source,
      @Nullable String itemId,
      @Nullable String url,
      String text,
      @Nullable LocalDate day) {
    if (itemId != null) {
      String address = Addresses.canonical(itemId);
      if (address != null) {
        return hash("url", withoutScheme(address));
      }
      return UNIQUE.matcher(itemId).matches()
          ? hash("id", itemId)
          : hash("id-of", fold(source), itemId);
    }
    if (url != null) {
      return hash("url", withoutScheme(url));
    }
    return hash("text", fold(source), day == null ? "" : day.toString(), firstWords(text));
  }

  /** A site that turns to https keeps its items. */
  private static String withoutScheme(String address) {
    return address.substring(address.indexOf("://") + 3);
  }

  private static String firstWords(String text) {
    StringBuilder words = new StringBuilder();
    int count = 0;
    int limit = Math.min(text.length(), 1000);
    for (String word : NOT_WORD.split(text.substring(0, limit))) {
      if (!word.isEmpty() && count++ < FIRST_WORDS) {
        words.append(fold(word)).append(' ');
      }
    }
    return words.toString();
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * The parts are told apart by their lengths, so that no two lists of parts are the same bytes.
   */
  private static String hash(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
