/**
 * From the log to the listeners.
 *
 * <p>A {@link io.hotline.gateway.stream.StreamRequest} becomes a {@code Subscription}. If it asks
 * for anything but news from now on, a {@code Replay} with a reader of its own brings it up to the
 * end of the log; then it is handed to the {@code Tail}, the one reader whose records go to all
 * listeners. The hand-over is by position, partition by partition, so nothing is lost, repeated or
 * told in another order. What is written waits in the bounded queue of a {@code Listener}: a replay
 * waits for a listener, the tail waits for nobody.
 */
@NullMarked
package io.hotline.gateway.stream;

import org.jspecify.annotations.NullMarked;
