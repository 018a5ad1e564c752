/** The steps in their order: {@link io.hotline.extraction.pipeline.StandardExtractor}. */
@NullMarked
package io.hotline.extraction.pipeline;

import org.jspecify.annotations.NullMarked;
