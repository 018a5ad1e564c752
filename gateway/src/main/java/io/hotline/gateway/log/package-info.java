/**
 * Topics as the gateway sees them: a list of what may be read, and readers of it.
 *
 * <p>{@link io.hotline.gateway.log.TopicLog} is the wall: on this side of it records are JSON text
 * with a place and a time, on the other they are Avro in Kafka ({@link
 * io.hotline.gateway.log.KafkaTopicLog}). Tests put a log in memory behind it.
 */
@NullMarked
package io.hotline.gateway.log;

import org.jspecify.annotations.NullMarked;
