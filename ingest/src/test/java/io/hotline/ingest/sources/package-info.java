/** Each kind of source with good and broken input, and the exact messages. */
@NullMarked
package io.hotline.ingest.sources;

import org.jspecify.annotations.NullMarked;
