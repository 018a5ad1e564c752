package io.hotline.extraction;

/** What the words that attribute a quote do. */
public enum CueClass {
  /** Says, writes, announces, describes, denies. */
  SPEECH,
  /** Asks to know. */
  QUESTION,
  /** Asks for something to be done: urges, demands, orders. */
  REQUEST,
  /** Binds the speaker: promises, agrees, refuses, threatens. */
  COMMITMENT,
  /** Takes sides: criticizes, praises, accuses, supports. */
  JUDGEMENT,
  /** Tells what is in the speaker's mind: believes, wants, fears, expects. */
  ATTITUDE,
  /** Tells what the speaker means to do: plans, intends, seeks. */
  INTENTION,
  /** Tells what a source shows without a speaker's words: a poll finds, a document reveals. */
  EVIDENCE
}
