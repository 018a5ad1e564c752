package io.hotline.ingest;

/**
 * Something that is not news and was passed over on purpose, such as a picture in a folder.
 *
 * @param reason a whole message that begins with the origin
 */
public record Skipped(Origin origin, String reason) implements Reading {}
