/** Items into Kafka, and the account of it: {@link io.hotline.ingest.publish.ItemPublisher}. */
@NullMarked
package io.hotline.ingest.publish;

import org.jspecify.annotations.NullMarked;
