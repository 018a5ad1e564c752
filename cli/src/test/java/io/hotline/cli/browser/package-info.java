/**
 * A browser for tests: Chromium from the path, driven over the Chrome DevTools Protocol with what
 * the JDK has. {@link io.hotline.cli.browser.Chromium} is the process, {@link
 * io.hotline.cli.browser.Tab} a page in it.
 */
@NullMarked
package io.hotline.cli.browser;

import org.jspecify.annotations.NullMarked;
