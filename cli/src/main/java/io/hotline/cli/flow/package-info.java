/**
 * Watching items flow: what became of them, how far the topologies are, and when everything that
 * went in has come out; and what a namespace must stand on for that. Used by {@code ingest}, {@code
 * replay} and {@code demo}.
 */
@NullMarked
package io.hotline.cli.flow;

import org.jspecify.annotations.NullMarked;
