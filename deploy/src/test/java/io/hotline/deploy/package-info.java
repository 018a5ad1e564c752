/** Tests of the images and of the house against real parts; they need Docker. */
@NullMarked
package io.hotline.deploy;

import org.jspecify.annotations.NullMarked;
