// A story: how it went, step by step, and each step's evidence in its article.

import * as api from './api.js';
import { acknowledging } from './alerts.js';
import { forget, showArticle } from './article.js';
import { h, refill } from './dom.js';
import { icon } from './icons.js';
import { button, chain, kindBadge, loading, modeBadge, notice, statusBadge, statusPath, time } from './parts.js';
import { alertsAt, inOrder, pathOf, storiesOf, storyOf } from './stories.js';
import { clock, date, dateAndClock, longDate, dayOf } from './times.js';
import { sentence } from './text.js';
import { counted, modeOf, plainly } from './words.js';

/** As the gateway tells it now; as the page knows it, if the gateway cannot or this is a replay. */
async function find(id, records, isReplay) {
  const known = storyOf(id, records);
  if (isReplay && known) return known;
  try {
    const told = await api.story(id);
    return { ...told, timeline: inOrder(told.timeline) };
  } catch (error) {
    if (known) return known;
    throw error;
  }
}

function why(signal) {
  const { event } = signal;
  const fact = (name, ...value) => [h('dt', {}, name), h('dd', {}, ...value)];
  return h(
    'details.why',
    { onclick: (clicked) => clicked.stopPropagation() },
    h('summary', {}, 'Why this is a signal'),
    h(
      'dl',
      {},
      fact(
        'matched',
        h(
          'ul',
          {},
          signal.matched.map((clause) => h('li', {}, clause)),
        ),
      ),
      event.thirdParties.length > 0
        ? fact('also there', event.thirdParties.map((each) => `${each.name} (${plainly(each.role)})`).join(', '))
        : null,
      event.eventTime
        ? fact(
            'when it takes place',
            `${dateAndClock(event.eventTime.from)} to ${dateAndClock(event.eventTime.to)} (${plainly(event.eventTime.precision)})`,
          )
        : null,
      event.location ? fact('where', event.location) : null,
      fact(
        'confidence',
        `${Math.round(event.confidence * 100)} %`,
        event.reasons.length > 0 ? `: ${event.reasons.join('; ')}` : '',
      ),
      fact(
        'read as',
        `${event.eventType} ${event.cameo}, rule version ${signal.ruleVersion}, extractor ${signal.extractorVersion}`,
      ),
    ),
  );
}

function step(story, each, select) {
  const made = h(
    'li.story-step',
    { data: { status: each.status, signal: each.signalId } },
    h('div.node', { 'aria-hidden': 'true' }),
    h(
      'button.choose',
      { 'aria-pressed': 'false', onclick: () => select(each, true) },
      h(
        'span.head',
        {},
        statusBadge(each.status),
        alertsAt(story, each)
          .filter((alert) => alert.state !== 'WITHDRAWN')
          .map(kindBadge),
        time(each.published),
      ),
      h('span.said', { dir: 'auto' }, each.signal ? sentence(each.signal) : each.sentence),
      h('span.foot', {}, chain(each.source, each.signal?.event.reportedBy ?? each.reportedBy)),
    ),
    each.signal ? why(each.signal) : null,
  );
  return made;
}

/** Steps with a line for each day. */
const steps = (story, select) =>
  story.timeline.flatMap((each, i) => {
    const isNewDay = i === 0 || dayOf(each.published) !== dayOf(story.timeline[i - 1].published);
    return [isNewDay ? h('li.day', {}, longDate(each.published)) : null, step(story, each, select)];
  });

function head(story, summary, titleOf, canChange) {
  const last = story.timeline.at(-1);
  return h(
    'header.story-head',
    {},
    h('p.story-topic', {}, titleOf(story.ruleId), ' · ', story.parties.join('–'), ' · ', modeOf(story.mode).word),
    h('h1.sentence', { dir: 'auto', tabindex: -1 }, last?.sentence ?? story.summary),
    h(
      'div.head',
      {},
      statusPath(pathOf(story.timeline)),
      modeBadge(story.mode),
      h('span.fact', {}, icon('sources'), counted(story.independentSources, 'independent source')),
      h(
        'span.fact',
        {},
        `${date(story.first)} ${clock(story.first)} – ${date(story.published)} ${clock(story.published)} UTC`,
      ),
    ),
    summary ? acknowledging(summary, canChange) : null,
  );
}

/** The page of a story. */
export async function showStory(view, id, { records, titleOf, isReplay, back, preferred = null }) {
  refill(view, loading('Getting the story'));
  let story;
  try {
    story = await find(id, records, isReplay);
  } catch (error) {
    const [title, text] = api.explain(error);
    refill(
      view,
      notice(error.status === 404 ? 'nothing' : 'offline', title, text, button('Back to the desk', 'back', back)),
    );
    return;
  }
  const summary =
    storiesOf(records.alerts.newestFirst(), records.acknowledgements).find((each) => each.id === id) ??
    storiesOf([...story.alerts].reverse(), records.acknowledgements)[0];
  const box = h('section.reading', { 'aria-label': 'The article', tabindex: -1 });
  const select = (each, isChosen) => {
    view.querySelectorAll('.story-step').forEach((made) => {
      const isIt = made.dataset.signal === each.signalId;
      made.classList.toggle('chosen', isIt);
      made.querySelector('.choose').setAttribute('aria-pressed', String(isIt));
    });
    const events = story.timeline
      .filter((other) => other.itemId === each.itemId && other.signal)
      .map((other) => other.signal.event);
    showArticle(box, {
      itemId: each.itemId,
      published: each.published,
      events,
      main: each.signal?.event ?? null,
      sentence: each.sentence,
    });
    // on a narrow page the article is below its timeline
    if (isChosen && box.getBoundingClientRect().top > innerHeight * 0.8) box.scrollIntoView({ block: 'start' });
  };
  const list = h('ol.story-steps', {}, steps(story, select));
  refill(
    view,
    h(
      'div.story-page',
      {},
      button('Desk', 'back', back, { class: 'button back', title: 'Esc' }),
      head(story, summary, titleOf, !isReplay),
      h(
        'div.story-columns',
        {},
        h('section', { 'aria-label': 'Timeline' }, h('h2.label', {}, counted(story.timeline.length, 'step')), list),
        box,
      ),
    ),
  );
  view.querySelector('h1')?.focus({ preventScroll: true });
  const first = story.timeline.find((each) => each.signalId === preferred) ?? story.timeline.at(-1);
  if (first) select(first, false);
}

/** The page of a finding that no story tells of: its article alone. */
export function showFinding(view, signal, back) {
  const box = h('section.reading');
  forget(signal.itemId);
  refill(
    view,
    h(
      'div.story-page',
      {},
      button('Desk', 'back', back, { class: 'button back', title: 'Esc' }),
      h(
        'header.story-head',
        {},
        h('h1.sentence', { dir: 'auto', tabindex: -1 }, signal.sentence),
        h(
          'div.head',
          {},
          statusBadge(signal.event.status),
          modeBadge(signal.event.mode),
          chain(signal.source, signal.event.reportedBy),
        ),
      ),
      h('div.story-columns.alone', {}, h('section', {}, why(signal)), box),
    ),
  );
  view.querySelector('h1').focus({ preventScroll: true });
  view.querySelector('details').open = true;
  showArticle(box, {
    itemId: signal.itemId,
    published: signal.published,
    events: [signal.event],
    main: signal.event,
    sentence: signal.sentence,
  });
}
