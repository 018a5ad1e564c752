/** One command line, and the whole house in one JVM. */
@NullMarked
package io.hotline.cli;

import org.jspecify.annotations.NullMarked;
