package io.hotline.ingest.fetch;

import io.hotline.ingest.feeds.Transport;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking. */
public sealed interface FetchResult {

  /**
   * An answer.
   *
   * @param hints what the server says about asking again
   * @param movedTo where it is for good, if all redirects on the way were permanent
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Fetched(
      byte[] bytes, Transport transport, String contentType, Hints hints, @Nullable URI movedTo)
      implements FetchResult {}

  /** The copy we have is still good. */
  record NotModified(Hints hints, @Nullable URI movedTo) implements FetchResult {}

  /** 410: it will not come back. */
  record Gone(String message) implements FetchResult {}

  /**
   * No answer, or none that is of use.
   *
   * @param message what was wrong, where, and what to do
   * @param retryAfter how long the server asks to be left alone
   * @param status of the answer; 0 if there was none
   */
  record Failed(String message, @Nullable Duration retryAfter, int status) implements FetchResult {

    /** Without an answer. */
    static Failed unanswered(String message) {
      return new Failed(message, null, 0);
    }
  }

  /**
   * What the server says about asking again.
   *
   * @param maxAge how long the answer is good
   */
  record Hints(@Nullable String etag, @Nullable String lastModified, @Nullable Duration maxAge) {}
}
