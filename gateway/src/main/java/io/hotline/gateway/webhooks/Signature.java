package io.hotline.gateway.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ids and signatures as the specification Standard Webhooks 1.0 has them: HMAC-SHA256 over id,
 * timestamp and body, so that a receiver knows who called, what, and when.
 */
public final class Signature {

  private static final String PREFIX = "whsec_";
  private static final int SHORTEST_KEY = 24;
  private static final int LONGEST_KEY = 64;
  private static final int ID_BYTES = 16;

  private Signature() {}

  /** A new secret. */
  static String newSecret(SecureRandom random) {
    byte[] key = new byte[32];
    random.nextBytes(key);
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /**
   * Looks at a secret that somebody chose.
   *
   * @throws IllegalArgumentException if it cannot be one
   */
  static void check(String secret) {
    int length = key(secret).length;
    if (length < SHORTEST_KEY || length > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "secret: expected "
              + PREFIX
              + " and Base64 of "
              + SHORTEST_KEY
              + " to "
              + LONGEST_KEY
              + " bytes");
    }
  }

  /** The header {@code webhook-signature}. */
  public static String of(String secret, String id, long epochSeconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
      mac.update((id + "." + epochSeconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /**
   * The id of what is told: the same record with the same content has the same id, whoever sends it
   * and however often.
   */
  static String idOf(String event, String json) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((event + '\n').getBytes(StandardCharsets.UTF_8));
      byte[] hash = digest.digest(json.getBytes(StandardCharsets.UTF_8));
      return "msg_" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] key(String secret) {
    try {
      if (secret.startsWith(PREFIX)) {
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new IllegalArgumentException("secret: expected " + PREFIX + " and Base64");
  }
}
