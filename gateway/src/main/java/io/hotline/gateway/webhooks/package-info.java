/**
 * Those who want to be called.
 *
 * <p>{@link io.hotline.gateway.webhooks.Subscribers} keeps the list, which lives in a compacted
 * topic. Each subscriber has a thread, a consumer group and a connection of its own, so that none
 * waits for another: {@code Subscriber} tells records in order, one at a time, again and again
 * until they are taken; {@code Targets} says whom one may call at all.
 */
@NullMarked
package io.hotline.gateway.webhooks;

import org.jspecify.annotations.NullMarked;
