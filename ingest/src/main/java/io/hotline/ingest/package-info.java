/** The door: sources of news become {@code NewsItem} events. */
@NullMarked
package io.hotline.ingest;

import org.jspecify.annotations.NullMarked;
