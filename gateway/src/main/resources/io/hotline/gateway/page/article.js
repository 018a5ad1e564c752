// An article with what was found in it: the sentences that are evidence, who takes part, the words
// that decided, and every quote with its speaker.

import { enriched, explain } from './api.js';
import { bdi, between, h, refill, webAddress } from './dom.js';
import { icon } from './icons.js';
import { loading, notice } from './parts.js';
import { marked, marksOf, paragraphs } from './text.js';
import { dateAndClock } from './times.js';
import { plainly } from './words.js';

const BASIS = {
  FEED: 'as its feed says',
  DOCUMENT: 'as the document says',
  URL: 'as its address says',
  ARRIVAL: 'nobody said when; the time it came in',
  CLAMPED: 'it claimed a time to come; the time it came in',
};

const kept = new Map();
const MOST_KEPT = 50;

/** An item, asked for once. */
async function load(itemId, published) {
  if (!kept.has(itemId)) {
    kept.set(
      itemId,
      enriched(itemId, published).catch((error) => {
        kept.delete(itemId);
        throw error;
      }),
    );
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
  }
  return kept.get(itemId);
}

/** Forgets an item of which a new revision may have come. */
export const forget = (itemId) => kept.delete(itemId);

const nameOf = (speaker) => (speaker === null ? 'nobody named' : (speaker.name ?? speaker.text));

function note(quote, id) {
  const via = quote.via.map((each) => nameOf(each)).filter((name) => name !== nameOf(quote.speaker));
  return h(
    'li.note',
    { data: { ids: id } },
    icon('quote'),
    h(
      'span',
      {},
      bdi(nameOf(quote.speaker), { class: quote.speaker?.anonymous ? 'anonymous' : 'speaker' }),
      h('span.how', {}, ` ${plainly(quote.kind)}${quote.floating ? ', goes on' : ''}`),
      via.length > 0
        ? h(
            'span.via',
            {},
            ' via ',
            between(
              via.map((name) => bdi(name)),
              () => ', ',
            ),
          )
        : null,
    ),
  );
}

function legend() {
  const of = (kind, words) => h('span', {}, h(`${kind === 'evidence' ? 'mark' : 'span'}.${kind}`, {}, words));
  return h(
    'p.legend',
    { 'aria-hidden': 'true' },
    of('evidence', 'the evidence'),
    of('who', 'who takes part'),
    of('cue', 'what decided'),
    of('quoted', 'a quote'),
  );
}

/** Points at a quote and its note together. */
function pointTogether(box) {
  const point = (event) => {
    const ids = new Set(
      (event.target.closest?.('[data-ids]')?.dataset.ids ?? '').split(' ').filter((id) => id.startsWith('q')),
    );
    box.querySelectorAll('[data-ids]').forEach((each) =>
      each.classList.toggle(
        'pointed',
        each.dataset.ids.split(' ').some((id) => ids.has(id)),
      ),
    );
  };
  box.addEventListener('pointerover', point);
  box.addEventListener('focusin', point);
}

/**
 * An enriched item as an element.
 *
 * @param events those of its events that are evidence; `main` is the one that is looked at
 */
export function article(enrichedItem, events = [], main = null) {
  const { item, quotes } = enrichedItem;
  const marks = [
    ...events.map((event) => ({ ...event.sentence, kind: 'evidence' })),
    ...(main ? [{ ...main.sentence, kind: 'main' }] : []),
    ...events.flatMap(marksOf),
    ...quotes.map((quote, i) => ({ ...quote.span, kind: 'quoted', id: `q${i}` })),
  ];
  const made = h(
    'article.article',
    {},
    h(
      'header',
      {},
      h('p.source', {}, bdi(item.source)),
      h('h2', { dir: 'auto' }, heading(item, marks)),
      h(
        'p.published',
        {},
        `${dateAndClock(item.published)} UTC`,
        h('span', {}, ` · ${BASIS[item.publishedBasis] ?? plainly(item.publishedBasis)}`),
        item.authors.length > 0
          ? [
              ' · ',
              between(
                item.authors.map((author) => bdi(author)),
                () => ', ',
              ),
            ]
          : null,
        enrichedItem.revision > 1 ? ` · revision ${enrichedItem.revision}` : null,
        item.pubStatus === 'CANCELED' ? h('span.gone', {}, icon('cross'), 'withdrawn by its source') : null,
      ),
    ),
    h(
      'div.text',
      { lang: enrichedItem.language },
      paragraphs(item.text)
        .filter((range) => !isHeadline(item, range))
        .map((range) => {
          const here = quotes
            .map((quote, i) => [quote, `q${i}`])
            .filter(([quote]) => quote.span.start >= range.start && quote.span.start < range.end);
          return h(
            'div.paragraph',
            {},
            h('p', { dir: 'auto' }, marked(item.text, range.start, range.end, marks)),
            here.length > 0
              ? h(
                  'ul.notes',
                  { 'aria-label': 'Quotes here' },
                  here.map(([quote, id]) => note(quote, id)),
                )
              : null,
          );
        }),
    ),
    legend(),
  );
  pointTogether(made);
  return made;
}

/** The headline is also the first paragraph of the text; it is shown once, above. */
const isHeadline = (item, range) =>
  range.start === 0 && item.headline !== '' && item.text.slice(0, range.end) === item.headline;

/** The headline, which may be evidence itself, with a way to the article. */
function heading(item, marks) {
  const isInText = item.headline !== '' && item.text.startsWith(item.headline);
  const words = isInText
    ? marked(item.text, 0, item.headline.length, marks)
    : bdi(item.headline || 'Without a headline');
  const href = webAddress(item.url);
  return href === null
    ? words
    : [
        words,
        ' ',
        h(
          'a.out',
          { href, target: '_blank', rel: 'noopener noreferrer', title: 'The article at its source' },
          icon('out'),
          h('span.hidden', {}, 'The article at its source'),
        ),
      ];
}

/** Puts an article in a box, with the states on the way there; without one, the sentence alone. */
export async function showArticle(box, { itemId, published, events, main: evidence, sentence }) {
  box.dataset.item = itemId;
  refill(box, loading('Getting the article'));
  try {
    const found = await load(itemId, published);
    if (box.dataset.item !== itemId) return;
    refill(box, article(found, events, evidence));
    // within the box: the page itself stays where the reader is
    const main = box.querySelector('mark.main');
    if (main) box.scrollTop = main.offsetTop - box.offsetTop - box.clientHeight / 3;
  } catch (error) {
    if (box.dataset.item !== itemId) return;
    const [title, text] = explain(error);
    refill(
      box,
      h('blockquote.sentence', { dir: 'auto' }, sentence),
      notice('offline', `The article is not here: ${title.toLowerCase()}`, text),
    );
  }
}
