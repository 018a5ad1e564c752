package io.hotline.ingest.feeds;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a feed beside its bytes.
 *
 * @param location where it was read; relative links lead from there
 * @param mediaType what the header says it is, without parameters, in lower case
 * @param charset what the header says the encoding is
 * @param language what the header says the language is
 */
public record Transport(
    @Nullable URI location,
    @Nullable String mediaType,
    @Nullable String charset,
    @Nullable String language) {

  /** Nothing, as for a file. */
  public static final Transport NONE = new Transport(null, null, null, null);
}
