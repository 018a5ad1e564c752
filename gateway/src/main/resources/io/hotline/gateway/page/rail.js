// The rail: topics with how much is in each, countries in contact, how the sources are doing.

import { bdi, h, refill } from './dom.js';
import { icon } from './icons.js';
import { age, DAY, HOUR, dateAndClock } from './times.js';
import { counted } from './words.js';

function topicButton({ id, title, number, latest, waiting }, isChosen, key, pick, now) {
  return h(
    'button.topic-choice',
    {
      'aria-pressed': String(isChosen),
      data: { topic: id },
      onclick: () => pick(id),
      title: key === null ? null : `Key ${key}`,
    },
    h('span.title', {}, title),
    waiting > 0
      ? h('span.waiting', { title: `${counted(waiting, 'story', 'stories')} not acknowledged` }, String(waiting))
      : null,
    h('span.number', {}, number.toLocaleString('en')),
    latest ? h('span.latest', { title: `${dateAndClock(latest)} UTC` }, age(latest, now)) : null,
  );
}

/** Draws the topics. `topics`: id, title, number, latest, waiting of each. */
export function drawTopics(box, topics, chosen, pick, now) {
  const focused = document.activeElement?.dataset?.topic;
  const all = {
    id: '',
    title: 'All topics',
    number: topics.reduce((sum, topic) => sum + topic.number, 0),
    latest:
      topics
        .map((topic) => topic.latest)
        .filter(Boolean)
        .sort()
        .at(-1) ?? null,
    waiting: topics.reduce((sum, topic) => sum + topic.waiting, 0),
  };
  refill(
    box,
    [all, ...topics].map((topic, i) => topicButton(topic, topic.id === chosen, i < 10 ? i : null, pick, now)),
  );
  if (focused !== undefined)
    box.querySelector(`[data-topic="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

/** A source's name; of a file, the name alone. */
const named = (source) =>
  bdi(source.source.split('/').findLast((part) => part !== '') ?? source.source, {
    title: [source.source, source.lastError].filter(Boolean).join(': '),
  });

const QUIET = 26 * HOUR;

/** How a source is doing, in a word: failing, quiet or well. */
export function stateOf(source, now) {
  if (source.lastError) return 'failing';
  const heard = source.lastItemSeen ?? source.checked;
  return now - Date.parse(heard) > QUIET ? 'quiet' : 'well';
}

const STATES = {
  failing: { icon: 'halt', order: 0 },
  quiet: { icon: 'other', order: 1 },
  well: { icon: 'check', order: 2 },
};

const worstFirst = (now) => (a, b) =>
  STATES[stateOf(a, now)].order - STATES[stateOf(b, now)].order || a.source.localeCompare(b.source);

/** A line for each source, those in trouble first. */
export function drawSources(box, sources, now) {
  const most = 8;
  const sorted = [...sources].sort(worstFirst(now));
  refill(
    box,
    h(
      'ul.sources',
      {},
      sorted.slice(0, most).map((source) => {
        const state = stateOf(source, now);
        return h(
          'li',
          { data: { state } },
          icon(STATES[state].icon),
          named(source),
          h('span.state', {}, state === 'well' ? age(source.lastItemSeen ?? source.checked, now) : state),
        );
      }),
    ),
    h(
      'a.more',
      { href: '#/sources' },
      sorted.length > most ? `All ${sorted.length} sources` : 'More about the sources',
    ),
  );
}

/** The page about the sources. */
export function drawSourcesPage(box, sources, now) {
  const heading = [
    'Source',
    'State',
    'Checked',
    'Last item',
    'Latest news',
    'Read',
    'Published',
    'Failed',
    'Dates cut',
    'Dates missing',
  ];
  const when = (time) =>
    time === null
      ? h('td.number', {}, '–')
      : h(
          'td.number',
          { title: `${dateAndClock(time)} UTC` },
          now - Date.parse(time) < 2 * DAY
            ? `${age(time, now)}${age(time, now) === 'now' ? '' : ' ago'}`
            : dateAndClock(time),
        );
  const number = (value) => h('td.number', {}, value.toLocaleString('en'));
  refill(
    box,
    h(
      'div.page',
      {},
      h('h1', {}, 'Sources'),
      h(
        'p.lead',
        {},
        'How each source of news is doing: what it gave when it was last read, and what it has given since the door was opened.',
      ),
      h(
        'div.scroll',
        {},
        h(
          'table.table',
          {},
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              heading.map((each) => h('th', { scope: 'col' }, each)),
            ),
          ),
          h(
            'tbody',
            {},
            [...sources].sort(worstFirst(now)).map((source) => {
              const state = stateOf(source, now);
              return [
                h(
                  'tr',
                  { data: { state } },
                  h('th', { scope: 'row' }, bdi(source.source)),
                  h('td', {}, h('span.state', { data: { state } }, icon(STATES[state].icon), state)),
                  when(source.checked),
                  when(source.lastItemSeen),
                  when(source.lastPublished),
                  number(source.itemsRead),
                  number(source.itemsPublished),
                  number(source.itemsFailed),
                  number(source.datesClamped),
                  number(source.datesMissing),
                ),
                source.lastError
                  ? h('tr.error', {}, h('td', { colspan: heading.length }, bdi(source.lastError)))
                  : null,
              ];
            }),
          ),
        ),
      ),
    ),
  );
}
