/** The three topologies: enrichment, signals, alerts. */
@NullMarked
package io.hotline.processors;

import org.jspecify.annotations.NullMarked;
