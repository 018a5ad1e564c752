// What is at the top of every page: how the connection is, the reader's choices, the time.

import * as api from './api.js';
import * as attention from './attention.js';
import { byId, h, refill } from './dom.js';
import { icon } from './icons.js';
import { button } from './parts.js';
import { applyTheme, nextTheme, theme } from './preferences.js';
import { clock, clockSeconds } from './times.js';

const STATES = { connecting: 'Connecting', live: 'Live', offline: 'Offline' };

let lostAt = null;

/** Says how the connection is, and since when there is none. `again` tries at once. */
export function showConnection(state, detail, again) {
  byId('connection').dataset.state = state;
  byId('connection-text').textContent = STATES[state];
  lostAt = state === 'offline' ? (lostAt ?? Date.now()) : null;
  const banner = byId('banner');
  banner.hidden = lostAt === null;
  if (lostAt !== null) {
    const since = `No connection since ${clock(lostAt)} UTC (${detail.why}).`;
    const comfort = 'What you see may be out of date; nothing is lost, it goes on where it was.';
    refill(banner, icon('offline'), h('span', {}, `${since} ${comfort}`), button('Try now', null, again));
  }
  if (detail?.status === 401 && !byId('sign-in').open) byId('sign-in').showModal();
}

function tool(id, drawing, words, isPressed = null) {
  const made = byId(id);
  refill(made, icon(drawing), h('span.hidden', {}, words));
  made.title = words;
  if (isPressed !== null) made.setAttribute('aria-pressed', String(isPressed));
}

function desktopWords() {
  if (!attention.canDesktop()) return 'This browser lets no notifications through';
  return `Desktop notifications are ${attention.hasDesktop() ? 'on' : 'off'}`;
}

function drawTools() {
  const hasSound = attention.hasSound();
  tool('sound', hasSound ? 'sound' : 'silent', `Sound is ${hasSound ? 'on' : 'off'}`, hasSound);
  tool('desktop', 'desktop', desktopWords(), attention.hasDesktop());
  byId('desktop').disabled = !attention.canDesktop();
  tool('theme', 'theme', `Colours: ${theme()}`);
  tool('help', 'keys', 'Keys');
}

async function signIn(event) {
  event.preventDefault();
  try {
    await api.signIn(byId('token').value);
    location.reload();
  } catch (error) {
    byId('sign-in-problem').textContent = api.explain(error).join(': ');
  }
}

function tick() {
  byId('now').textContent = clockSeconds(Date.now());
}

/** Wires all of it. */
export function startHeader() {
  const choice = (id, change) =>
    byId(id).addEventListener('click', async () => {
      await change();
      drawTools();
    });
  choice('sound', attention.toggleSound);
  choice('desktop', attention.toggleDesktop);
  choice('theme', nextTheme);
  byId('help').addEventListener('click', () => byId('keys').showModal());
  byId('keys-close').addEventListener('click', () => byId('keys').close());
  byId('sign-in-form').addEventListener('submit', signIn);
  applyTheme();
  drawTools();
  tick();
  setInterval(tick, 1000);
}
