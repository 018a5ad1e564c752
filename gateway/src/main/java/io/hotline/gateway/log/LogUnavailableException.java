package io.hotline.gateway.log;

/** The cluster or the registry cannot be reached just now. */
public final class LogUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  public LogUnavailableException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** What cannot be reached, and what was tried. */
  public String reason() {
    return reason;
  }
}
