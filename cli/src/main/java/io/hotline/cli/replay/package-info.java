/**
 * Replaying a window of the archive into a namespace of its own: {@link
 * io.hotline.cli.replay.ArchiveWindow} finds its items by event time, {@link
 * io.hotline.cli.replay.Replay} runs the topologies over them until all of it has come out.
 */
@NullMarked
package io.hotline.cli.replay;

import org.jspecify.annotations.NullMarked;
