/** What reaches the cluster, and the account of it. */
@NullMarked
package io.hotline.ingest.publish;

import org.jspecify.annotations.NullMarked;
