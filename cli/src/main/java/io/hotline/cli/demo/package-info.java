/** What {@code hotline demo} prints while sample news runs through the house. */
@NullMarked
package io.hotline.cli.demo;

import org.jspecify.annotations.NullMarked;
