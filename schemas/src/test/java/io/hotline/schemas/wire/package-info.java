/** Tests of the wire format, against a registry that is a table and can be told to fail. */
@NullMarked
package io.hotline.schemas.wire;

import org.jspecify.annotations.NullMarked;
