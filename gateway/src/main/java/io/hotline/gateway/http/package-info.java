/**
 * Requests and answers.
 *
 * <p>{@link io.hotline.gateway.http.Routes} lists every address. Each answer carries the headers of
 * {@code SecurityHeaders}; whatever goes wrong is said in JSON.
 */
@NullMarked
package io.hotline.gateway.http;

import org.jspecify.annotations.NullMarked;
