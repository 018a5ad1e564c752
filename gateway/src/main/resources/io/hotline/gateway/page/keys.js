// The keyboard: one key, one thing. Nothing here happens while somebody writes.

import { byId } from './dom.js';

const isWriting = (target) => target.closest?.('input:not([type=range]), textarea, select, dialog');

/** Moves the focus along a column of the desk. */
function move(by) {
  const column =
    document.activeElement?.closest('#wire, #alerts, .story-steps') ??
    document.querySelector('.story-steps') ??
    byId(byId('desk').dataset.show === 'alerts' ? 'alerts' : 'wire');
  const stops = [...column.querySelectorAll('.row, .story-card, .choose')];
  const at = stops.indexOf(document.activeElement?.closest('.row, .story-card, .choose'));
  const next = stops[at < 0 ? 0 : Math.min(Math.max(at + by, 0), stops.length - 1)];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
  if (next?.classList.contains('choose')) next.click();
}

function enterColumn(column) {
  byId('tabs')
    .querySelector(`[data-show=${column === 'alerts' ? 'alerts' : 'wire'}]`)
    .click();
  byId(column).querySelector('.row, .story-card')?.focus();
}

const focused = () => document.activeElement?.closest('.row, .story-card');

/** `does`: what the keys can do beyond moving about. */
export function listenToKeys(does) {
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    w: () => enterColumn('wire'),
    l: () => enterColumn('alerts'),
    a: () => (focused() ?? byId('view')).querySelector('[data-act=acknowledge]')?.click(),
    d: () => does.go('#/'),
    r: () => does.go('#/replay'),
    u: () => does.go('#/rules'),
    s: () => does.go('#/sources'),
    m: () => byId('sound').click(),
    '/': () => byId('words').focus(),
    '?': () => byId('help').click(),
    Escape: () => does.back(),
  };
  const inReplay = {
    ' ': () => does.replay.toggle(),
    ArrowLeft: () => does.replay.step(-1),
    ArrowRight: () => does.replay.step(1),
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isWriting(event.target)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const isButton = event.target.closest?.('button, a, summary');
    if (key === 'Enter' && !isButton && focused()) does.open(focused());
    else if (/^\d$/.test(key)) does.topic(Number(key));
    else if (keys[key]) keys[key]();
    else if (does.replay.isOn && inReplay[key] && !(isButton && key === ' ')) inReplay[key]();
    else return;
    event.preventDefault();
  });
}
