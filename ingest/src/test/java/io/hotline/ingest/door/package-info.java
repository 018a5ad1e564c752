/** Tests of the door for pushed items. */
@NullMarked
package io.hotline.ingest.door;

import org.jspecify.annotations.NullMarked;
