/**
 * Meters for Prometheus: {@link io.hotline.gateway.metrics.HouseMeters} says what the topics say,
 * {@link io.hotline.gateway.metrics.Meters} what the process is.
 */
@NullMarked
package io.hotline.gateway.metrics;

import org.jspecify.annotations.NullMarked;
