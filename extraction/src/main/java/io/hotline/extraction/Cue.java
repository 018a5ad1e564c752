package io.hotline.extraction;

/**
 * The words that attribute a quote: {@code said}, {@code according to}.
 *
 * @param cueClass what the words do; only {@link CueClass#SPEECH} and {@link CueClass#QUESTION}
 *     report an utterance for certain
 * @param negated {@code denied}, {@code did not say}, {@code refused to confirm}
 */
public record Cue(Span span, String text, CueClass cueClass, boolean negated) {}
