// The page: two lists that fill from the stream, and what is shown of them.

import { alertCard, element, signalCard, STATUSES } from './cards.js';
import { listen } from './feed.js';

const MOST_CARDS = 500;
const TOPICS_EVERY_MS = 10000;

const byId = (id) => document.getElementById(id);

const lists = {
  signals: { box: byId('signals'), note: byId('signals-empty'), count: byId('signal-count'), records: new Map(), make: signalCard },
  alerts: { box: byId('alerts'), note: byId('alerts-empty'), count: byId('alert-count'), records: new Map(), make: alertCard },
};
const filter = { topic: '', status: '' };
let topics = [];
let connection = 'connecting';
let settled = false;

const titleOf = (ruleId) => topics.find((topic) => topic.name === ruleId)?.rule?.title ?? ruleId;

const isShown = (record) => (!filter.topic || record.ruleId === filter.topic)
  && (!filter.status || (record.event ?? record).status === filter.status);

/** Newest first, by event time; the same again takes the place of what it was. */
function put(list, record) {
  const old = list.records.get(record.id);
  const card = list.make(record, titleOf(record.ruleId));
  card.hidden = !isShown(record);
  if (settled) card.classList.add('new');
  if (old) {
    old.card.replaceWith(card);
  } else {
    const cards = list.box.children;
    let low = 0;
    let high = cards.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list.records.get(cards[middle].dataset.id).record.published > record.published) low = middle + 1;
      else high = middle;
    }
    list.box.insertBefore(card, cards[low] ?? null);
  }
  list.records.set(record.id, { record, card });
  while (list.box.children.length > MOST_CARDS) {
    list.records.delete(list.box.lastElementChild.dataset.id);
    list.box.lastElementChild.remove();
  }
  summarize(list);
}

function showAll() {
  for (const list of Object.values(lists)) {
    for (const { record, card } of list.records.values()) card.hidden = !isShown(record);
    summarize(list);
  }
  for (const chip of byId('topics').children) {
    chip.setAttribute('aria-pressed', String(chip.dataset.topic === filter.topic));
  }
}

function summarize(list) {
  const shown = [...list.records.values()].filter(({ card }) => !card.hidden).length;
  list.count.textContent = String(shown);
  const what = list === lists.signals ? 'signals' : 'alerts';
  const [title, text] = connection === 'connecting' ? ['Connecting', `Waiting for ${what}.`]
    : list.records.size > 0 ? ['Nothing matches', `No ${what} of this topic and status.`]
      : connection === 'offline' ? ['Offline', 'The gateway cannot be reached. Trying again.']
        : [`No ${what} yet`, `They appear here as they come.`];
  list.note.replaceChildren(element('strong', '', title), element('span', '', text));
  list.note.hidden = shown > 0;
}

function setConnection(state) {
  connection = state;
  byId('connection').dataset.state = state;
  byId('connection-text').textContent = { connecting: 'Connecting', live: 'Live', offline: 'Offline, trying again' }[state];
  Object.values(lists).forEach(summarize);
  // What comes in the first moment is what was there before: nothing to point at.
  if (state === 'live') setTimeout(() => { settled = true; }, 2000);
}

function chip(topic, label) {
  const made = element('button', 'chip', label);
  made.type = 'button';
  made.dataset.topic = topic;
  made.setAttribute('aria-pressed', String(filter.topic === topic));
  made.addEventListener('click', () => choose(topic));
  return made;
}

function choose(topic) {
  filter.topic = topic;
  showAll();
}

async function loadTopics() {
  try {
    const answer = await fetch('/topics');
    if (answer.ok) {
      const latest = (await answer.json()).filter((topic) => topic.kind === 'signal');
      if (JSON.stringify(latest) !== JSON.stringify(topics)) {
        topics = latest;
        byId('topics').replaceChildren(chip('', 'All topics'), ...topics.map((topic) => chip(topic.name, topic.rule?.title ?? topic.name)));
        for (const list of Object.values(lists)) {
          for (const { record, card } of list.records.values()) card.querySelector('.topic').textContent = titleOf(record.ruleId);
        }
      }
    }
  } catch {
    // the stream says that we are offline
  }
  setTimeout(loadTopics, TOPICS_EVERY_MS);
}

/** Moves the focus along the cards that are shown. */
function step(by) {
  const column = document.activeElement?.closest('.list')
    ?? lists[byId('main').dataset.show].box;
  const cards = [...column.children].filter((card) => !card.hidden);
  const at = cards.indexOf(document.activeElement?.closest('.card'));
  const next = cards[at < 0 ? 0 : Math.min(Math.max(at + by, 0), cards.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('select, input')) return;
  const key = event.key.toLowerCase();
  if (key === 'j' || key === 'k') {
    step(key === 'j' ? 1 : -1);
  } else if (key === 'enter' && event.target.classList?.contains('card')) {
    event.target.querySelector('.headline a, summary')?.click();
  } else if (/^\d$/.test(key)) {
    byId('topics').children[Number(key)]?.click();
  } else {
    return;
  }
  event.preventDefault();
});

function show(which) {
  byId('main').dataset.show = which;
  byId('show-signals').setAttribute('aria-pressed', String(which === 'signals'));
  byId('show-alerts').setAttribute('aria-pressed', String(which === 'alerts'));
}

byId('show-signals').addEventListener('click', () => show('signals'));
byId('show-alerts').addEventListener('click', () => show('alerts'));
byId('status').append(...STATUSES.map(({ value, label }) => new Option(label, value)));
byId('status').addEventListener('change', (event) => {
  filter.status = event.target.value;
  showAll();
});

loadTopics();
listen('/streams/signals,alerts?last=300', {
  state: setConnection,
  signal: (signal) => put(lists.signals, signal),
  alert: (alert) => put(lists.alerts, alert),
});
