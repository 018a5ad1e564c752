/** The door that others push items through over HTTP: {@link io.hotline.ingest.door.ItemDoor}. */
@NullMarked
package io.hotline.ingest.door;

import org.jspecify.annotations.NullMarked;
