/**
 * Tests of the embedded cluster: the registry's API without a broker, and both on a real folder.
 */
@NullMarked
package io.hotline.cli.embedded;

import org.jspecify.annotations.NullMarked;
