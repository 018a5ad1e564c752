/** Tables of what the normalizer makes of what sources write. */
@NullMarked
package io.hotline.ingest.normalize;

import org.jspecify.annotations.NullMarked;
