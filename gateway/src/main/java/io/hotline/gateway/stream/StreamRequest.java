package io.hotline.gateway.stream;

/**
 * What a listener asks for.
 *
 * @param window only records published in it are told; with an {@code until}, the stream ends when
 *     that time has come and everything has been told
 */
public record StreamRequest(Selection selection, Start start, Window window, Format format) {}
