/**
 * What the gateway remembers of the topics, for those who ask and do not listen.
 *
 * <p>{@link io.hotline.gateway.recent.Recent} reads; its parts answer. Nothing here is a second
 * copy of the archive: every part says what it is bounded by, and what is forgotten can still be
 * had as a stream of a window of event time.
 */
@NullMarked
package io.hotline.gateway.recent;

import org.jspecify.annotations.NullMarked;
