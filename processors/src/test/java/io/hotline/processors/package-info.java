/** Stories told through the topologies, and tables for the pure functions in them. */
@NullMarked
package io.hotline.processors;

import org.jspecify.annotations.NullMarked;
