// The small parts that every view is made of.

import { bdi, between, h } from './dom.js';
import { icon } from './icons.js';
import { clock, dateAndClock } from './times.js';
import { alertKind, modeOf, statusOf } from './words.js';
import { chainOf } from './stories.js';

/** What the report says of the event: colour, shape and word. */
export function statusBadge(status, className = '') {
  const { word, icon: drawing } = statusOf(status);
  return h(`span.status${className}`, { data: { status } }, icon(drawing), h('span', {}, word));
}

/** A status where there is room for its shape only; the word is there for who points or listens. */
export function statusMark(status) {
  const { word, icon: drawing } = statusOf(status);
  return h('span.mark-status', { data: { status }, title: word }, icon(drawing), h('span.hidden', {}, word));
}

export function modeBadge(mode) {
  if (mode === 'UNKNOWN') return null;
  const { word, icon: drawing } = modeOf(mode);
  return h('span.mode', {}, icon(drawing), word);
}

/** How a story went. */
export const statusPath = (path) =>
  h(
    'span.path',
    {},
    ...between(
      path.map((status, i) => (i === path.length - 1 ? statusBadge(status) : statusMark(status))),
      () => h('span.step', { 'aria-hidden': 'true' }, '›'),
    ),
  );

export function time(iso, format = clock) {
  return h(
    'time',
    { datetime: iso, title: `${dateAndClock(iso)} UTC; ${new Date(iso).toLocaleString()} where you are` },
    format(iso),
  );
}

/** Who with whom, by country; the names are in the sentence. */
export function parties(event) {
  const countries = (wanted) => [
    ...new Map(event.participants.filter(wanted).map((each) => [each.country, each])).keys(),
  ];
  const actors = countries((each) => each.side !== 'RECIPIENT');
  const recipients = countries((each) => each.side === 'RECIPIENT').filter((country) => !actors.includes(country));
  const codes = (list) =>
    between(
      list.map((country) => h('span.country', { title: namesOf(event, country) }, country)),
      () => ' ',
    );
  const arrow =
    actors.length > 0 && recipients.length > 0
      ? h('span.arrow', {}, h('span', { 'aria-hidden': 'true' }, '→'), h('span.hidden', {}, ' to '))
      : null;
  return h('span.parties', {}, codes(actors), arrow, codes(recipients));
}

const namesOf = (event, country) =>
  event.participants
    .filter((each) => each.country === country)
    .map((each) => (each.role ? `${each.name}, ${each.role}` : each.name))
    .join('; ');

/** Who says so: the outlet first, the origin last. */
export function chain(source, reportedBy) {
  const links = chainOf(source, reportedBy).map((each, i) =>
    bdi(each.name ?? each.text, {
      class: i === 0 ? 'outlet' : each.anonymous ? 'anonymous' : null,
      title: each.anonymous ? 'not named' : null,
    }),
  );
  return h(
    'span.chain',
    {},
    h('span.hidden', {}, 'Reported by '),
    between(links, () =>
      h('span.from', {}, h('span', { 'aria-hidden': 'true' }, ' ← '), h('span.hidden', {}, ' from ')),
    ),
  );
}

export const kindBadge = (alert) => h('span.kind', { data: { kind: alert.kind } }, alertKind(alert.kind));

/** A state without content: empty, loading, offline or broken. */
export function notice(drawing, title, text, ...actions) {
  return h('div.notice', { role: 'status' }, icon(drawing), h('strong', {}, title), h('p', {}, text), actions);
}

export const loading = (what) =>
  h(
    'div.notice.loading',
    { role: 'status' },
    h('span.dots', { 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
    h('p', {}, what),
  );

export const button = (label, drawing, onclick, attributes = {}) =>
  h('button.button', { onclick, ...attributes }, drawing ? icon(drawing) : null, h('span', {}, label));
