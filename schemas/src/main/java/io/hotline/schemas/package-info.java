/**
 * The contracts of the house: which topics there are, what flows in them, and where the cluster is.
 *
 * <p>Start at {@link io.hotline.schemas.Topics}, the catalogue. The Avro records are generated from
 * {@code src/main/avro} into {@code io.hotline.schemas.record}; the wire format is in {@code
 * io.hotline.schemas.wire}.
 */
@NullMarked
package io.hotline.schemas;

import org.jspecify.annotations.NullMarked;
