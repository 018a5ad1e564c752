package io.hotline.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro create our generated records. Avro refuses every class that nobody vouched for, so that
 * a hostile schema cannot name a class to be loaded; we vouch for the one package of records. Also
 * bounds what Avro reads, see {@link AvroLimits}.
 *
 * <p>{@link Topics} and the serdes do so when they are loaded, and so does the command line. A
 * program that builds records without touching either calls {@link #establish} first.
 */
public final class RecordTrust {
  private static final String PACKAGE = "io.hotline.schemas.record";

  static {
    AvroLimits.set();
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getPackageName().equals(PACKAGE)));
  }

  private RecordTrust() {}

  /** Vouches for our records, once for the life of the process. */
  public static void establish() {
    // the work is done by loading the class
  }
}
