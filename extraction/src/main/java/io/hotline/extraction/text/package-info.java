/**
 * From characters to paragraphs, sentences, tokens and part-of-speech tags, all with exact offsets.
 *
 * <p>{@link io.hotline.extraction.text.Document#of} does it all in one linear pass a layer and
 * never fails on any text: {@code Layout} finds the paragraphs (blank lines, indents, hard-wrapped
 * lines), {@code Tokenizer} the tokens, {@code SentenceSplitter} the sentences. {@link
 * io.hotline.extraction.text.PosTagger} then gives every token a Penn Treebank tag, and {@link
 * io.hotline.extraction.text.Languages} says which language a text is in. What is particular to
 * English (abbreviations, words that begin sentences) is data in the folder {@code en}.
 *
 * <p>All offsets count UTF-16 code units into the text.
 */
@NullMarked
package io.hotline.extraction.text;

import org.jspecify.annotations.NullMarked;
