/** Tests of reading feeds, table by table. */
@NullMarked
package io.hotline.ingest.feeds;

import org.jspecify.annotations.NullMarked;
