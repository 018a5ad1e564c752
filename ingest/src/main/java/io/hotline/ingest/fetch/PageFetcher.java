package io.hotline.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** Asks for pages, where the robots.txt of their sites allows it. Thread-safe. */
public final class PageFetcher {

  private final Fetcher fetcher;
  private final Robots robots;

  /**
   * @param clock tells how long a robots.txt is good
   */
  public PageFetcher(FetchPolicy policy, InstantSource clock) {
    this.fetcher = new Fetcher(policy, clock);
    this.robots = new Robots(fetcher, clock);
  }

  /** Asks once, and follows redirects; each address on the way is held against robots.txt. */
  public FetchResult fetch(URI address) {
    return fetcher.fetch(FetchRequest.page(address), robots::objection);
  }

  /** The pause between two requests that the site of an address asks for; zero if none. */
  public Duration pause(URI address) {
    return robots.pause(address);
  }
}
