package io.hotline.ingest.feeds;

/** What bytes turned out to be. */
public sealed interface FeedParse permits Feed, FeedParse.NotAFeed {

  /**
   * Nothing a feed could be made of.
   *
   * @param errorType short, stable name of what is wrong
   * @param problem what is wrong and what to do, without the place
   */
  record NotAFeed(String errorType, String problem) implements FeedParse {}
}
