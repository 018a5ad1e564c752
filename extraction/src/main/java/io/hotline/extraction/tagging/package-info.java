/**
 * The machinery of the taggers: words as hashed features, linear models over them, and greedy and
 * Viterbi decoders.
 *
 * <p>A {@link io.hotline.extraction.tagging.Model} holds the weights of an averaged perceptron
 * (Collins 2002), features hashed to rows ({@link io.hotline.extraction.tagging.Weights}). Most
 * features of a token depend on one word alone; their weights are summed once a word and kept as
 * long as the word is ({@link io.hotline.extraction.tagging.WordSums}, {@link
 * io.hotline.extraction.tagging.WordCache}). Where these sums leave no doubt, they decide; else the
 * features that join a token to its neighbours are added. Scores are whole numbers, so that the
 * answer is the same on every machine.
 *
 * <p>Knowledge beside the weights: Brown clusters of words ({@link
 * io.hotline.extraction.tagging.Clusters}) and lists of names ({@link
 * io.hotline.extraction.tagging.Phrases}), both as tables of hashes. Everything here is immutable
 * once loaded, but for the caches, which are safe for any number of threads and never change an
 * answer.
 *
 * <p>The package is public to its neighbours {@code text} and {@code entities}, and to the programs
 * that train the models.
 */
@NullMarked
package io.hotline.extraction.tagging;

import org.jspecify.annotations.NullMarked;
