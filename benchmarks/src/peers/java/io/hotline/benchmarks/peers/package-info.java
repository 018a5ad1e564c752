/** Measures peers beside us. Compiled under the profile {@code peers} alone. */
@NullMarked
package io.hotline.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
