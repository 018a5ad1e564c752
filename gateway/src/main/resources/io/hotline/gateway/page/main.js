// The page begins here: the connection, and the pages by their address.
//
//   records stories sums player text times words      compute, and need no page
//   stream api                                        speak with the gateway
//   dom icons parts keyed                             make elements
//   desk wire alerts rail filters overview chart      the desk, live or under a replay's clock
//   replay story article rules trial                  the other pages
//   header keys attention preferences                 what is around them

import * as api from './api.js';
import { attend } from './attention.js';
import { Desk } from './desk.js';
import { byId, h, refill } from './dom.js';
import { showConnection, startHeader } from './header.js';
import { listenToKeys } from './keys.js';
import { button, loading, notice } from './parts.js';
import { drawSourcesPage } from './rail.js';
import { findings, Records } from './records.js';
import { Replay } from './replay.js';
import { showRules } from './rules.js';
import { showFinding, showStory } from './story.js';
import { storyOfFinding } from './stories.js';
import { listen } from './stream.js';
import { DAY, dayOf } from './times.js';

const live = new Records();
const replay = new Replay(
  () => desk.draw(),
  (at) => desk.point(at),
);
const desk = new Desk(live, replay);
let again = () => {};
let opened = null;
let told = '';

/** `#/story/abc` is ['story', 'abc']. */
function address() {
  return location.hash
    .replace(/^#\/?/, '')
    .split('/')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
}

const home = () => (replay.isOn ? `#/replay/${replay.day}` : '#/');
const back = () => {
  location.hash = home();
};
const latest = () => live.signals.newestFirst()[0]?.published ?? null;
const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

function show(view, isDesk) {
  byId('desk').hidden = !isDesk;
  byId('view').hidden = isDesk;
  if (isDesk) refill(byId('view'));
  byId('tabs').hidden = !isDesk;
  byId('find').hidden = !isDesk;
  byId('replay').hidden = !replay.isOn || !isDesk;
  document.body.dataset.mode = replay.isOn ? 'replay' : 'live';
  for (const link of byId('views').children) {
    if (link.dataset.view === view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (!isDesk) scrollTo(0, 0);
  desk.draw();
}

function showDesk() {
  show(replay.isOn ? 'replay' : 'desk', true);
  const from = [...document.querySelectorAll('.row, .story-card')].find((each) => each.dataset.key === opened);
  opened = null;
  from?.focus();
}

function storyPage(id, preferred = null) {
  told = storyVersion(id);
  return showStory(byId('view'), id, {
    records: desk.records,
    titleOf: desk.titleOf,
    isReplay: replay.isOn,
    back,
    preferred,
  });
}

/** What is known of a signal; the gateway is asked for one that is not at hand. */
async function findingOf(id) {
  const known = desk.findings().find((each) => each.signals.some((signal) => signal.id === id));
  return known ?? findings([await api.signal(id)])[0];
}

/** A signal's story, or its article where no story tells of it. */
async function signalPage(id) {
  try {
    const finding = await findingOf(id);
    const story = storyOfFinding(finding, desk.stories());
    if (story) storyPage(story.id, id);
    else showFinding(byId('view'), finding.signal, back);
  } catch (error) {
    refill(byId('view'), notice('nothing', ...api.explain(error), button('Desk', 'back', back)));
  }
}

async function sourcesPage() {
  const view = byId('view');
  refill(view, loading('Asking for the sources'));
  try {
    const sources = desk.sources ?? (await api.sources());
    if (sources.length === 0)
      refill(
        view,
        notice('sources', 'No source yet', [
          h('code', {}, 'hotline ingest SOURCE'),
          ' reads files, folders and feeds.',
        ]),
      );
    else drawSourcesPage(view, sources, Date.now());
  } catch (error) {
    refill(view, notice('offline', ...api.explain(error), button('Try again', null, sourcesPage)));
  }
}

function route() {
  const [view, id = ''] = address();
  if (view === 'replay') {
    const day = isDay(id) ? id : dayOf(latest() ?? Date.now() - DAY);
    if (day !== id) {
      history.replaceState(null, '', `#/replay/${day}`);
    }
    replay.open(day);
    showDesk();
  } else if (view === 'story' || view === 'signal') {
    show(replay.isOn ? 'replay' : 'desk', false);
    if (view === 'story') storyPage(id);
    else signalPage(id);
  } else if (view === 'rules') {
    show('rules', false);
    showRules(byId('view'), id);
  } else if (view === 'sources') {
    show('sources', false);
    sourcesPage();
  } else {
    replay.close();
    showDesk();
  }
}

/** What a story's page shows; another version is drawn anew. */
function storyVersion(id) {
  const story = desk.stories().find((each) => each.id === id);
  return story ? [story.latest.id, story.alerts.length, story.acknowledgement?.at].join(' ') : '';
}

live.addEventListener('change', () => {
  const [view, id] = address();
  if (view === 'story' && !replay.isOn && !byId('view').querySelector('form') && storyVersion(id) !== told) {
    storyPage(id, byId('view').querySelector('.story-step.chosen')?.dataset.signal ?? null);
  }
});

function record(kind, value, isNews) {
  const isNew = live.put(kind, value);
  if (kind === 'alert' && isNew && isNews && value.state === 'ACTIVE') attend(value);
}

/** The stream begins with the latest; there may be more. */
async function olderAcknowledgements() {
  try {
    live.acknowledged(await api.acknowledgements());
  } catch {
    // the connection says how things are
  }
}

function connection(state, detail = null) {
  showConnection(state, detail, () => again());
  if (state === 'live') olderAcknowledgements();
  desk.connected(state, detail, () => again());
}

byId('tabs').addEventListener('click', (event) => {
  const which = event.target.closest('button')?.dataset.show;
  if (!which) return;
  byId('desk').dataset.show = which;
  for (const each of byId('tabs').children) each.setAttribute('aria-pressed', String(each.dataset.show === which));
  desk.draw();
});
function open(element) {
  opened = element.dataset.key;
  location.hash = element.dataset.story ? `#/story/${element.dataset.story}` : `#/signal/${element.dataset.signal}`;
}

byId('desk').addEventListener('click', (event) => {
  const element = event.target.closest('.row, .story-card');
  // a click that ends a selection of text opens nothing
  if (element && !event.target.closest('a, button, input, form') && getSelection().isCollapsed) open(element);
});

listenToKeys({
  replay,
  open,
  back: () => {
    if (byId('desk').hidden) back();
  },
  go: (hash) => {
    location.hash = hash;
  },
  topic: (place) => desk.pickTopicAt(place),
});
window.addEventListener('hashchange', route);
startHeader();
again = listen('/streams/signals,alerts,acknowledgements?last=500', { record, state: connection });
route();
