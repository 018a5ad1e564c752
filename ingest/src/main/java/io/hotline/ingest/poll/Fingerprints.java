package io.hotline.ingest.poll;

import io.hotline.ingest.Rejected;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.NewsItem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content that each item of a source last had, as 64 bits for the item and 64 for the content.
 * It only spares the archive what nobody changed; whether an item is a repeat or a revision, the
 * enrichment decides.
 */
final class Fingerprints {

  /** Twice what the longest feeds hold. */
  static final int MOST = 2_000;

  private final Map<Long, Long> contents = new LinkedHashMap<>();

  /**
   * @param pairs as {@link #pairs} gave them
   */
  Fingerprints(List<Long> pairs) {
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      contents.put(pairs.get(i), pairs.get(i + 1));
    }
  }

  /** Whether the item is new or has another content than last time. */
  boolean changes(NewsItem item) {
    return changes(print(item.getId()), print(content(item)));
  }

  /** Whether what cannot be read was not there last time. */
  boolean changes(Rejected rejected) {
    String raw = StandardCharsets.ISO_8859_1.decode(rejected.raw()).toString();
    return changes(print("rejected", raw), print(rejected.errorType()));
  }

  private boolean changes(Long item, Long content) {
    Long before = contents.remove(item);
    contents.put(item, content);
    return !content.equals(before);
  }

  /** The newest of them, the newest last. */
  List<Long> pairs() {
    List<Long> pairs = new ArrayList<>(contents.size() * 2);
    contents.forEach(
        (item, content) -> {
          pairs.add(item);
          pairs.add(content);
        });
    return List.copyOf(pairs.subList(Math.max(0, pairs.size() - 2 * MOST), pairs.size()));
  }

  /** A date that follows the time of arrival is not content. */
  private static String content(NewsItem item) {
    boolean dated =
        item.getPublishedBasis() != DateBasis.ARRIVAL
            && item.getPublishedBasis() != DateBasis.CLAMPED;
    return String.join(
        "\u0000",
        item.getSource(),
        String.valueOf(item.getUrl()),
        item.getHeadline(),
        item.getText(),
        String.valueOf(item.getLanguage()),
        dated ? item.getPublished().toString() : "",
        item.getPubStatus().toString(),
        item.getAuthors().toString(),
        item.getTags().toString());
  }

  private static Long print(String... parts) {
    byte[] bytes = String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(sha256().digest(bytes)).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
