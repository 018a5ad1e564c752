package io.hotline.extraction.entities;

import java.util.List;

/** What the vocabulary knows of a word, one bit each. */
final class Trait {

  static final int GIVEN_MALE = 1;
  static final int GIVEN_FEMALE = 1 << 1;
  static final int GIVEN = 1 << 2;
  static final int TITLE = 1 << 3;
  static final int TITLE_MALE = 1 << 4;
  static final int TITLE_FEMALE = 1 << 5;

  /** Traits that words.tsv gives, from this bit upwards, in this order. */
  static final List<String> CLASSES =
      List.of(
          "HE",
          "SHE",
          "IT",
          "THEY",
          "SELF",
          "WE",
          "THE",
          "A",
          "TWO",
          "BOTH",
          "FORMER",
          "ELECT",
          "SAY",
          "PLACE_PREPOSITION",
          "THAT",
          "MONTH",
          "DAY",
          "NOT_NAME",
          "ORG_WORD",
          "PLACE_WORD",
          "LINK",
          "OF",
          "JOINT",
          "AUX",
          "ORG_JOINT");

  private static final int FIRST = 6;

  static final int HE = bit("HE");
  static final int SHE = bit("SHE");
  static final int IT = bit("IT");
  static final int THEY = bit("THEY");
  static final int SELF = bit("SELF");
  static final int WE = bit("WE");
  static final int THE = bit("THE");
  static final int A = bit("A");
  static final int TWO = bit("TWO");
  static final int BOTH = bit("BOTH");
  static final int FORMER = bit("FORMER");
  static final int ELECT = bit("ELECT");
  static final int SAY = bit("SAY");
  static final int PLACE_PREPOSITION = bit("PLACE_PREPOSITION");
  static final int THAT = bit("THAT");
  static final int MONTH = bit("MONTH");
  static final int NOT_NAME = bit("NOT_NAME");
  static final int ORG_WORD = bit("ORG_WORD");
  static final int PLACE_WORD = bit("PLACE_WORD");
  static final int LINK = bit("LINK");
  static final int OF = bit("OF");
  static final int JOINT = bit("JOINT");
  static final int AUX = bit("AUX");
  static final int ORG_JOINT = bit("ORG_JOINT");

  /** Words that only a verb phrase begins with, or a verb that reports. */
  static final int VERB = SAY | LINK | AUX;

  static final int PRONOUN = HE | SHE | IT | THEY | SELF | WE;

  private Trait() {}

  /** The bit of a class of words.tsv; 0 if code has no use for the class. */
  static int bit(String name) {
    int i = CLASSES.indexOf(name);
    return i < 0 ? 0 : 1 << FIRST + i;
  }
}
