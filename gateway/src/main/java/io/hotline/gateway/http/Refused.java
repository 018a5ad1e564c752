package io.hotline.gateway.http;

import java.nio.charset.StandardCharsets;

/** A request that cannot be answered as it is; says why. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  Refused(Answer answer) {
    super(new String(answer.body(), StandardCharsets.UTF_8).strip(), null, false, false);
    this.answer = answer;
  }

  Refused(int status, String why) {
    this(Answer.error(status, why));
  }

  Answer answer() {
    return answer;
  }
}
