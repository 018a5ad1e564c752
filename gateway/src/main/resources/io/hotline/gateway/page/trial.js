// What came of trying a rule: its word on each event, clause by clause, and the signals it gives.

import { article } from './article.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { chain, modeBadge, notice, parties, statusBadge, time } from './parts.js';
import { sentence } from './text.js';
import { date, clock } from './times.js';
import { counted } from './words.js';

function clause({ holds, words }) {
  return h(
    'li',
    { data: { holds } },
    icon(holds ? 'check' : 'cross'),
    h('span.hidden', {}, holds ? 'holds: ' : 'fails: '),
    h('span', {}, words),
  );
}

function verdict(item, { event: index, matches, clauses }) {
  const event = item.events[index];
  return h(
    'li.verdict',
    { data: { matches } },
    h(
      'div.head',
      {},
      h('strong.word', {}, icon(matches ? 'check' : 'cross'), matches ? 'a signal' : 'no signal'),
      statusBadge(event.status),
      modeBadge(event.mode),
      parties(event),
    ),
    h('p.sentence', { dir: 'auto' }, item.item.text.slice(event.sentence.start, event.sentence.end)),
    h('ul.clauses', {}, clauses.map(clause)),
  );
}

/** The answer of a test. */
export function verdicts({ item, verdicts: found }) {
  if (!item) return notice('nothing', 'Nothing was read', 'The gateway gave no text back.');
  const matching = found.filter((each) => each.matches);
  const events = (matching.length > 0 ? matching : found).map((each) => item.events[each.event]);
  return [
    h(
      'p.sum',
      {},
      h('strong', {}, counted(matching.length, 'signal')),
      ` from ${counted(found.length, 'event')} in ${counted(item.sentences.length, 'sentence')}`,
      item.language === 'en' ? '' : `; the language is ${item.language}, and facts are taken from English only`,
    ),
    found.length > 0
      ? h(
          'ol.verdicts',
          {},
          found.map((each) => verdict(item, each)),
        )
      : notice(
          'nothing',
          'No event in this text',
          'Nobody is said to call, meet, write to, offer or refuse somebody of another state.',
        ),
    h(
      'details.panel-article',
      { open: true },
      h('summary', {}, 'The text as it was read'),
      article(item, events, events[0] ?? null),
    ),
  ];
}

const SAMPLES_SHOWN = 12;

/** The first signals of a back-test. */
export function samples(signals) {
  if (signals.length === 0) return null;
  return h(
    'ol.samples',
    {},
    signals.slice(0, SAMPLES_SHOWN).map((signal) =>
      h(
        'li',
        {},
        h(
          'div.head',
          {},
          time(signal.published, (at) => `${date(at)} ${clock(at)}`),
          statusBadge(signal.event.status),
          modeBadge(signal.event.mode),
          parties(signal.event),
        ),
        h('p.sentence', { dir: 'auto' }, sentence(signal)),
        h('div.foot', {}, chain(signal.source, signal.event.reportedBy)),
      ),
    ),
  );
}
