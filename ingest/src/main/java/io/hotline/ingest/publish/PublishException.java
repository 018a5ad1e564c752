package io.hotline.ingest.publish;

/**
 * The cluster does not take what is to be published. No item is at fault: the same sources can be
 * read again when the cluster is well, and what is published twice is dropped as a repeat.
 */
public final class PublishException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PublishException(String message, Throwable cause) {
    super(message, cause);
  }
}
