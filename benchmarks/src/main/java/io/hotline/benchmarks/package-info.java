/**
 * How fast the house is. {@link io.hotline.benchmarks.FirstSight} measures extraction on text it
 * has not seen, {@link io.hotline.benchmarks.ExtractionBenchmark} the same by JMH. Both read
 * articles from the file that the system property {@code hotline.texts} names: JSON lines with a
 * field {@code text}, perhaps compressed by gzip.
 */
@NullMarked
package io.hotline.benchmarks;

import org.jspecify.annotations.NullMarked;
