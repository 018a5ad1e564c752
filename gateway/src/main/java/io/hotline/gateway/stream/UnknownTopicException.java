package io.hotline.gateway.stream;

/** There is no such topic. */
public final class UnknownTopicException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason which one, and which there are
   */
  public UnknownTopicException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Which one, and which there are. */
  public String reason() {
    return reason;
  }
}
