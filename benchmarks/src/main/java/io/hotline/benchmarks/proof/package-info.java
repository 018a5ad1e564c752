/**
 * The two proofs, as programs: {@code benchmarks/prove speed} and {@code benchmarks/prove
 * survival}. Each takes parts to run, measures or breaks the house on an embedded broker, and
 * writes a report in Markdown and JSON with machine, versions, load and repetitions. What is
 * measured and how is said in each part's Javadoc; nothing here ships.
 */
@NullMarked
package io.hotline.benchmarks.proof;

import org.jspecify.annotations.NullMarked;
