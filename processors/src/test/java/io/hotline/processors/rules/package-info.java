/** Tables of rules. */
@NullMarked
package io.hotline.processors.rules;

import org.jspecify.annotations.NullMarked;
