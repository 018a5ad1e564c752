package io.hotline.ingest.sources;

import io.hotline.ingest.Origin;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.TextForm;
import io.hotline.ingest.feeds.Transport;
import io.hotline.ingest.pages.Page;
import io.hotline.ingest.pages.PageReader;
import java.nio.ByteBuffer;
import java.time.Instant;

/** A web page to the document of its article. */
final class PageDocuments {

  private final PageReader pages = new PageReader();
  private final SourceOptions options;

  PageDocuments(SourceOptions options) {
    this.options = options;
  }

  /** Reads one page. Never throws for what is in it. */
  Reading read(byte[] bytes, Transport transport, Origin origin, Instant seen) {
    ByteBuffer raw = ByteBuffer.wrap(bytes);
    Page page = pages.read(bytes, transport);
    if (page.body().isBlank()) {
      return Rejected.atReading(
          origin,
          "no-article",
          "a page without the text of an article: a list of links, a form, or one that scripts fill",
          raw);
    }
    RawDocument.Builder document =
        RawDocument.at(origin, seen, raw, "")
            .source(options.sourceOr(page.site()))
            .url(page.url())
            .body(page.body(), page.bodyIsHtml() ? TextForm.HTML : TextForm.UNSAID)
            .documentDate(page.published() == null ? page.changed() : page.published())
            .language(page.language())
            .authors(page.authors())
            .tags(page.tags());
    if (page.headline() != null) {
      document.headline(page.headline(), TextForm.UNSAID);
    }
    return document.build();
  }

  /** Whether bytes are a page rather than a feed. */
  static boolean isPage(byte[] bytes) {
    String start =
        new String(
                bytes,
                0,
                Math.min(bytes.length, 2048),
                java.nio.charset.StandardCharsets.ISO_8859_1)
            .toLowerCase(java.util.Locale.ROOT);
    return start.contains("<html") || start.contains("<!doctype html");
  }
}
