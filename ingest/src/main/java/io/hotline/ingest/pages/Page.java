package io.hotline.ingest.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as its page has it. Dates are as written.
 *
 * @param url its canonical address
 * @param body its text, as HTML or plain
 * @param bodyIsHtml which of the two
 * @param site the publisher's name
 */
public record Page(
    @Nullable String url,
    @Nullable String headline,
    String body,
    boolean bodyIsHtml,
    @Nullable String published,
    @Nullable String changed,
    List<String> authors,
    List<String> tags,
    @Nullable String language,
    @Nullable String site) {

  public Page {
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
  }
}
