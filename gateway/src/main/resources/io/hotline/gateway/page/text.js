// A text with stretches of it marked. Offsets are UTF-16 code units, as JavaScript counts.

import { h } from './dom.js';

/**
 * A range of a text as nodes. Marks `{start, end, kind, id?}` may overlap and nest: the range is cut
 * at each of their ends, and a piece carries the kinds of all the marks over it. The kind
 * `evidence` makes a `<mark>`.
 */
export function marked(text, from, to, marks) {
  const over = marks.filter((mark) => mark.start < to && mark.end > from && mark.start < mark.end);
  const cuts = [...new Set([from, to, ...over.flatMap((mark) => [mark.start, mark.end])])]
    .filter((cut) => cut >= from && cut <= to)
    .sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) =>
    piece(
      text.slice(cuts[i], end),
      over.filter((mark) => mark.start <= cuts[i] && mark.end >= end),
    ),
  );
}

function piece(text, over) {
  if (over.length === 0) return text;
  const kinds = [...new Set(over.map((mark) => mark.kind))];
  const ids = over.map((mark) => mark.id).filter((id) => id !== undefined);
  return h(
    `${kinds.includes('evidence') ? 'mark' : 'span'}.${kinds.join('.')}`,
    { data: { ids: ids.join(' ') } },
    text,
  );
}

/** The marks of an event within its item's text: who takes part, and the words that decided. */
export const marksOf = (event) => [
  ...event.participants.filter((each) => each.span).map((each) => ({ ...each.span, kind: 'who' })),
  ...event.cues.map((span) => ({ ...span, kind: 'cue' })),
];

/** A signal's sentence, marked. */
export function sentence(signal) {
  const { start } = signal.event.sentence;
  const marks = marksOf(signal.event).map((mark) => ({
    ...mark,
    start: mark.start - start,
    end: mark.end - start,
  }));
  return marked(signal.sentence, 0, signal.sentence.length, marks);
}

/** The paragraphs of a text, as ranges. */
export function paragraphs(text) {
  const found = [];
  const breaks = /\n{2,}/g;
  let start = 0;
  for (let next = breaks.exec(text); next; next = breaks.exec(text)) {
    found.push({ start, end: next.index });
    start = breaks.lastIndex;
  }
  found.push({ start, end: text.length });
  return found.filter((range) => range.start < range.end);
}
