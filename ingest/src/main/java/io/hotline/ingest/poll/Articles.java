package io.hotline.ingest.poll;

import io.hotline.ingest.Normalized;
import io.hotline.ingest.fetch.FetchResult;
import io.hotline.ingest.fetch.PageFetcher;
import io.hotline.ingest.pages.FullText;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of entries. An entry whose page cannot be had is published as the feed gives it:
 * nothing is lost for want of a page. Thread-safe.
 */
final class Articles {

  private final PageFetcher fetcher;
  private final FullText fullText;

  Articles(PageFetcher fetcher, FullText fullText) {
    this.fetcher = fetcher;
    this.fullText = fullText;
  }

  /**
   * What is published.
   *
   * @param problem why it is without its page's text; null if it is not, or if the page says no
   *     more
   * @param pause how long the site asks to be left alone now
   */
  record Article(Normalized item, @Nullable String problem, Duration pause) {}

  /** Asks the page's server; may take as long as a fetch may take. */
  Article read(Summary summary) {
    String url = summary.item().item().getUrl();
    URI address;
    try {
      address = URI.create(String.valueOf(url));
    } catch (IllegalArgumentException e) {
      return new Article(summary.item(), url + ": not an address", Duration.ZERO);
    }
    FetchResult result = fetcher.fetch(address);
    Duration pause = fetcher.pause(address);
    if (result instanceof FetchResult.Fetched fetched) {
      FullText.Completion completion =
          fullText.complete(
              summary.entry(), summary.item().item(), fetched.bytes(), fetched.transport());
      if (completion instanceof FullText.Completion.Completed completed) {
        return new Article(completed.item(), null, pause);
      }
      return new Article(
          summary.item(),
          completion instanceof FullText.Completion.Kept kept ? url + ' ' + kept.why() : null,
          pause);
    }
    return new Article(summary.item(), told(result, address), pause);
  }

  private static String told(FetchResult result, URI address) {
    if (result instanceof FetchResult.Failed failed) {
      return failed.message();
    }
    return result instanceof FetchResult.Gone gone
        ? gone.message()
        : address + ": the server says that nothing has changed, though nobody asked";
  }
}
