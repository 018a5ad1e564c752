// The alerts, by story: how each stands now, and whether somebody has taken note of it.

import { acknowledge, explain, takeBack } from './api.js';
import { bdi, h, refill } from './dom.js';
import { icon } from './icons.js';
import { follow } from './keyed.js';
import { button, chain, kindBadge, modeBadge, statusPath, time } from './parts.js';
import { recall, remember } from './preferences.js';
import { clock, date, dateAndClock, shortDate } from './times.js';
import { counted } from './words.js';

const PATH_SHOWN = 5;

/** The last steps of a way that may be long. */
const lastOf = (path) => path.slice(-PATH_SHOWN);

export const isWaiting = (story) => !story.isWithdrawn && story.acknowledgement === null;

function who(acknowledgement, canChange, alertId) {
  return h(
    'p.taken',
    {},
    icon('check'),
    h(
      'span',
      {},
      'Acknowledged by ',
      bdi(acknowledgement.by),
      ', ',
      h(
        'time',
        { datetime: acknowledgement.at, title: `${dateAndClock(acknowledgement.at)} UTC` },
        `${date(acknowledgement.at)} ${clock(acknowledgement.at)}`,
      ),
    ),
    acknowledgement.note ? h('q', {}, bdi(acknowledgement.note)) : null,
    canChange ? h('button.quiet', { onclick: (event) => act(event, () => takeBack(alertId)) }, 'take back') : null,
  );
}

/** Does what a button asks for; what went wrong is said beside it. */
async function act(event, what) {
  event.stopPropagation();
  const place = event.currentTarget.closest('.story-card, .story-acts');
  const asked = event.currentTarget;
  asked.disabled = true;
  try {
    await what();
  } catch (error) {
    place?.querySelector('.failed')?.remove();
    place?.append(h('p.failed', { role: 'alert' }, explain(error).join(': ')));
  } finally {
    asked.disabled = false;
  }
}

/** Asks who acknowledges, once, and for a line to the others. */
function form(alertId, close) {
  const by = h('input', {
    name: 'by',
    required: true,
    maxlength: 200,
    value: recall('by', ''),
    autocomplete: 'name',
    placeholder: 'Who you are',
  });
  const note = h('input', { name: 'note', maxlength: 1000, placeholder: 'A line for the others (optional)' });
  const made = h(
    'form.acknowledge',
    {
      onclick: (event) => event.stopPropagation(),
      onkeydown: (event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          close();
        }
      },
      onsubmit(event) {
        event.preventDefault();
        remember('by', by.value.trim());
        act(event, async () => {
          await acknowledge(alertId, by.value.trim(), note.value.trim());
          close();
        });
      },
    },
    h('label', {}, h('span.hidden', {}, 'Who you are'), by),
    h('label', {}, h('span.hidden', {}, 'Note'), note),
    h(
      'div',
      {},
      h('button.button.primary', { type: 'submit' }, 'Acknowledge'),
      h('button.quiet', { onclick: close }, 'Cancel'),
    ),
  );
  queueMicrotask(() => (by.value ? note : by).focus());
  return made;
}

/** The buttons that acknowledge an alert, or who has. */
export function acknowledging(story, canChange) {
  const { latest, acknowledgement } = story;
  const box = h('div.story-acts');
  if (acknowledgement) return h('div.story-acts', {}, who(acknowledgement, canChange, latest.id));
  if (!canChange || story.isWithdrawn) return box;
  const ask = (event) => {
    event?.stopPropagation();
    refill(
      box,
      form(latest.id, () => refill(box, ...buttons())),
    );
  };
  const buttons = () => [
    button(
      'Acknowledge',
      'check',
      (event) => {
        const by = recall('by');
        if (by) act(event, () => acknowledge(latest.id, by, null));
        else ask(event);
      },
      { 'data-act': 'acknowledge' },
    ),
    h('button.quiet', { onclick: ask }, 'with a note'),
  ];
  refill(box, ...buttons());
  return box;
}

function card(story, { titleOf, canChange, isNews }, isNew) {
  const { latest } = story;
  const last = latest.timeline.at(-1);
  const isOpen = canChange && isWaiting(story);
  const made = h(
    'article.story-card',
    { tabindex: -1, data: { status: latest.status, story: story.id } },
    h(
      'div.head',
      {},
      isOpen ? h('span.lamp', { title: 'nobody has acknowledged it' }, h('span.hidden', {}, 'New: ')) : null,
      kindBadge(latest),
      h('span.parties', {}, latest.parties.join('–')),
      story.isWithdrawn ? h('span.gone', {}, icon('cross'), 'withdrawn') : null,
      h(
        'a.when',
        { href: `#/story/${story.id}`, title: 'Open the story' },
        time(latest.published, (at) => `${shortDate(at)} ${clock(at)}`),
      ),
    ),
    h('div.head', {}, statusPath(lastOf(story.path)), modeBadge(latest.mode)),
    h('p.sentence', { dir: 'auto' }, last?.sentence ?? latest.summary),
    h(
      'div.foot',
      {},
      last ? chain(last.source, last.reportedBy) : null,
      h('span', {}, counted(latest.independentSources, 'independent source')),
      story.alerts.length > 1 ? h('span', {}, counted(story.alerts.length, 'alert')) : null,
      h('span.topic', {}, titleOf(latest.ruleId)),
    ),
    acknowledging(story, canChange),
  );
  made.classList.toggle('withdrawn', story.isWithdrawn);
  made.classList.toggle('open', isOpen);
  made.classList.toggle('done', canChange && story.acknowledgement !== null);
  made.classList.toggle('arriving', isNew && isNews);
  return made;
}

/** Draws the stories. `canChange`: whether this is now, and not a replay. */
export function drawAlerts(list, stories, look) {
  follow(list, stories, {
    keyOf: (story) => story.id,
    versionOf: (story) =>
      [
        look.titles,
        look.canChange,
        story.latest.id,
        story.latest.state,
        story.latest.independentSources,
        story.latest.timeline.length,
        story.acknowledgement?.at,
        story.acknowledgement?.note,
      ].join(' '),
    make: (story, isNew) => card(story, look, isNew),
  });
}
