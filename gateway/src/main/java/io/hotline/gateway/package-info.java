/**
 * The way out: HTTP, server-sent events and the page of live signals.
 *
 * <p>Start at {@link io.hotline.gateway.Gateway}. What it serves is read through {@code
 * io.hotline.gateway.log}, which knows Kafka and Avro and nobody else here does; {@code
 * io.hotline.gateway.stream} brings records to listeners and knows no HTTP; {@code
 * io.hotline.gateway.http} answers requests.
 */
@NullMarked
package io.hotline.gateway;

import org.jspecify.annotations.NullMarked;
