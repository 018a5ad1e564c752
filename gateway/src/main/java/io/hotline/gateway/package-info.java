/** The way out: HTTP, SSE and the page of live signals. */
@NullMarked
package io.hotline.gateway;

import org.jspecify.annotations.NullMarked;
