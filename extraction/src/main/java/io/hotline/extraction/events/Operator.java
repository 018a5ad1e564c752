package io.hotline.extraction.events;

/** What a word makes of the contact in its complement. */
enum Operator {
  /** Holds or enters it. */
  ACT,
  KEEP,
  PLAN,
  OFFER,
  REQUEST,
  REFUSE,
  /** Says it was not so. */
  DENY,
  /** Brushes a report aside. */
  DISAVOW,
  /** {@code it is true that}. */
  TRUE,
  /** {@code the report is false}. */
  UNTRUE,
  CANCEL,
  /** A predicate that says it is off: {@code the talks are dead}. */
  CANCELLED,
  /** Brings to an end: somebody ends it, or it ends. */
  END,
  RESCHEDULE,
  THREATEN,
  SPECULATE,
  HOPE,
  /** Holds it for unlikely. */
  DOUBT,
  HEDGE,
  /** Neither confirms nor denies. */
  WITHHOLD,
  /** Misses it. */
  FAIL,
  /** Tells of it. */
  REPORT,
  /** {@code reports of}. */
  REPORTNOUN,
  /** Has it as a topic. */
  DISCUSS,
  /** Is about it in general: {@code the goal of negotiations}. */
  TOPIC,
  /** {@code no point in}. */
  WORTH,
  /** Takes it for done. */
  PRESUPPOSE,
  /** Is for it, without saying that it is. */
  WISH,
  /** Judges it. */
  EVALUATE,
  /** Lies ahead: {@code before the talks}. */
  AHEAD,
  /** Lies behind: {@code after the talks}. */
  BEHIND,
  /** Is under a condition: {@code if they meet}. */
  CONDITION,
  NONE
}
