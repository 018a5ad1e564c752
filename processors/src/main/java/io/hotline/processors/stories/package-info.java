/**
 * Stories: signals of one development, and the alerts they are worth.
 *
 * <p>{@link io.hotline.processors.stories.Stories} tells the signals of one rule and its parties
 * apart into stories. A {@code Development} is one contact: the same way of contact, the same
 * people as far as they are named, a compatible place and time. What one item tells, or what the
 * same people do within days, is one story of several developments; {@link
 * io.hotline.processors.stories.Story} reads one story and says which alerts it raises. Both are
 * pure functions of a set of signals: the order in which they arrived is not among their inputs, so
 * late, corrected and repeated news ends in the same alerts as if all had come in order.
 */
@NullMarked
package io.hotline.processors.stories;

import org.jspecify.annotations.NullMarked;
