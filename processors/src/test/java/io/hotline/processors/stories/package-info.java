/** Stories as sets of signals. */
@NullMarked
package io.hotline.processors.stories;

import org.jspecify.annotations.NullMarked;
