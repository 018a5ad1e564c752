/** Tests of polling, against a server that misbehaves. */
@NullMarked
package io.hotline.ingest.poll;

import org.jspecify.annotations.NullMarked;
