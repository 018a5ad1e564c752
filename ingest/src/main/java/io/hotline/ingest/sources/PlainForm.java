package io.hotline.ingest.sources;

import io.hotline.ingest.Origin;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.TextForm;
import io.hotline.ingest.sources.Encodings.Decoding;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The plain form of an article: {@code date 2025-01-20} and then the text, paragraphs separated by
 * empty lines. The date may be missing.
 *
 * <p>What follows the date is a headline if it is a short paragraph of its own that does not end as
 * a sentence does; otherwise it is the first paragraph of an article without a headline. Short
 * paragraphs further down are part of the text.
 */
final class PlainForm {

  private static final int LONGEST_HEADLINE = 200;

  private static final Pattern DATE =
      Pattern.compile(
          "\\s*date:?\\s+(\\d{4}-\\d{1,2}-\\d{1,2}\\S*)(?:\\s+|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern PARAGRAPH_END =
      Pattern.compile("(?:\\r\\n?|\\n)[ \\t]*(?:\\r\\n?|\\n)\\s*");

  private PlainForm() {}

  /**
   * Reads one article.
   *
   * @param fileName null if the article does not come from a file of its own
   */
  static Reading read(
      byte[] bytes, Origin origin, @Nullable String fileName, Instant seen, SourceOptions options) {
    ByteBuffer raw = ByteBuffer.wrap(bytes);
    Decoding decoding = Encodings.decode(bytes);
    if (decoding instanceof Decoding.Undecodable undecodable) {
      return Rejected.atReading(
          origin,
          "undecodable-text",
          "byte %d is not %s; save the file as UTF-8"
              .formatted(undecodable.offset(), undecodable.charset()),
          raw);
    }
    String text = ((Decoding.Text) decoding).text();
    RawDocument.Builder document = RawDocument.at(origin, seen, raw, "").source(options.source());
    if (fileName != null) {
      document.fileName(fileName);
    }
    Matcher date = DATE.matcher(text);
    if (date.lookingAt()) {
      document.documentDate(date.group(1));
      text = text.substring(date.end());
    }
    article(text, document);
    return document.build();
  }

  /** Adds a text, and its first paragraph as the headline if it is one. */
  static void article(String text, RawDocument.Builder document) {
    String stripped = text.stripLeading();
    Matcher end = PARAGRAPH_END.matcher(stripped);
    if (end.find() && isHeadline(stripped.substring(0, end.start()))) {
      document.headline(stripped.substring(0, end.start()), TextForm.PLAIN);
      document.body(stripped.substring(end.end()), TextForm.PLAIN);
    } else {
      document.body(text, TextForm.PLAIN);
    }
  }

  private static boolean isHeadline(String paragraph) {
    String line = paragraph.strip();
    if (line.isEmpty() || line.length() > LONGEST_HEADLINE || line.indexOf('\n') >= 0) {
      return false;
    }
    int end = line.length() - 1;
    while (end > 0 && "\"'\u201D\u2019\u00BB)".indexOf(line.charAt(end)) >= 0) {
      end--;
    }
    return ".:;,\u2026".indexOf(line.charAt(end)) < 0;
  }
}
