/**
 * Signals and alerts as people are told of them: {@link io.hotline.gateway.notice.Notice} says
 * what, one class a medium says how. All of them take news text for hostile input; what they
 * escape, and why, stands in each.
 */
@NullMarked
package io.hotline.gateway.notice;

import org.jspecify.annotations.NullMarked;
