/**
 * Makes the models that the jar carries. Never shipped: it is compiled only under the Maven profile
 * {@code training}, which alone brings the teacher (NLP4J, Apache-2.0).
 *
 * <ol>
 *   <li>{@link io.hotline.extraction.training.TeacherLabels} tags plain text with the teacher
 *   <li>{@code TrainPosTagger} and {@code TrainNameTagger} learn from those labels and from gold
 * </ol>
 */
@NullMarked
package io.hotline.extraction.training;

import org.jspecify.annotations.NullMarked;
