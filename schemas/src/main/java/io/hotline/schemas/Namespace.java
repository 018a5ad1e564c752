package io.hotline.schemas;

import java.util.regex.Pattern;

/**
 * The first part of every topic name and application id, which keeps one run of the house from
 * touching another: {@code hotline} for the live one, {@code replay-2025-01-20} for a replay.
 *
 * @throws IllegalArgumentException if {@code value} is not lower-case letters, digits and single
 *     hyphens, at most 80 characters, beginning with a letter
 */
public record Namespace(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z](-?[a-z0-9]){0,79}");

  /** The live one. */
  public static final Namespace LIVE = new Namespace("hotline");

  public Namespace {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "namespace '"
              + value
              + "': use lower-case letters, digits and single hyphens, beginning with a letter, at"
              + " most 80 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
