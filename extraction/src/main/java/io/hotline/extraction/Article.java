package io.hotline.extraction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is to read.
 *
 * @param text the whole text; facts are extracted from it and all offsets count into it
 * @param headline the headline, where the source gave one apart. If {@code text} begins with it,
 *     that paragraph is read as a headline; otherwise it is context for resolving names, and no
 *     facts are taken from it
 * @param published when it was published: the "now" of the article; null if nobody knows, and then
 *     nothing is resolved against time
 * @param source who published it, as a reader would name it: {@code Reuters}
 */
public record Article(
    String text, @Nullable String headline, @Nullable Instant published, @Nullable String source) {

  /** An article of which nothing but the text is known. */
  public static Article of(String text) {
    return new Article(text, null, null, null);
  }
}
