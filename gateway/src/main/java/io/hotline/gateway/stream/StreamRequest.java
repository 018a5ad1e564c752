package io.hotline.gateway.stream;

/**
 * What a listener asks for.
 *
 * @param window only records published in it are told; with an {@code until}, the stream ends when
 *     that time has come and everything has been told
 * @param packed compressed; see {@link Packing} for what it costs
 */
public record StreamRequest(
    Selection selection,
    Start start,
    Window window,
    RecordFilter filter,
    Format format,
    boolean packed) {}
