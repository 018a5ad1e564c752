package io.hotline.ingest.fetch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param etag of the copy we have; the server need not send it again
 * @param lastModified of the copy we have, as the server wrote it
 * @param accept what we can read, as in the header of that name
 */
public record FetchRequest(
    URI address, @Nullable String etag, @Nullable String lastModified, String accept) {

  private static final String FEED =
      "application/atom+xml, application/rss+xml, application/feed+json,"
          + " application/xml;q=0.9, text/html;q=0.8, */*;q=0.5";

  private static final String PAGE = "text/html, application/xhtml+xml, */*;q=0.5";

  /** A feed, unconditionally. */
  public static FetchRequest of(URI address) {
    return changed(address, null, null);
  }

  /** A feed, if it is no longer the copy we have. */
  public static FetchRequest changed(
      URI address, @Nullable String etag, @Nullable String lastModified) {
    return new FetchRequest(address, etag, lastModified, FEED);
  }

  /** A page. */
  static FetchRequest page(URI address) {
    return new FetchRequest(address, null, null, PAGE);
  }
}
