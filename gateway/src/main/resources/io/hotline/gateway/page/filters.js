// What is shown of the wire: by status, by mode, by words, by a pair of countries, by a stretch of
// time. The row of statuses is the legend of colours and shapes as well.

import { byId, h, refill } from './dom.js';
import { icon } from './icons.js';
import { clock, shortDate } from './times.js';
import { MODES, STATUSES, statusOf } from './words.js';

export const nothing = () => ({
  topic: '',
  statuses: new Set(),
  mode: '',
  words: '',
  pair: null,
  from: null,
  to: null,
});

export const isNothing = (filter) =>
  filter.statuses.size === 0 && !filter.mode && !filter.words && filter.pair === null && filter.from === null;

/** Wires the controls; `change` is called after each change of the filter. */
export function wireFilters(filter, change) {
  const mode = byId('mode');
  mode.append(...Object.entries(MODES).map(([value, { word }]) => new Option(word, value)));
  mode.addEventListener('change', () => {
    filter.mode = mode.value;
    change();
  });
  const words = byId('words');
  words.addEventListener('input', () => {
    filter.words = words.value;
    change();
  });
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    words.value = '';
    filter.words = '';
    words.blur();
    event.stopPropagation();
    change();
  });
}

export function clear(filter) {
  Object.assign(filter, nothing(), { topic: filter.topic });
  byId('mode').value = '';
  byId('words').value = '';
}

/** Draws a toggle for each status that there is, with how many it has. */
export function drawStatuses(box, numbers, filter, change) {
  const focused = document.activeElement?.dataset?.toggle;
  const toggle = (status) => {
    if (filter.statuses.has(status)) filter.statuses.delete(status);
    else filter.statuses.add(status);
    change();
  };
  const there = Object.keys(STATUSES).filter((status) => numbers.has(status) || filter.statuses.has(status));
  refill(
    box,
    there.map((status) =>
      h(
        'button.toggle',
        {
          data: { status, toggle: status },
          'aria-pressed': String(filter.statuses.has(status)),
          onclick: () => toggle(status),
        },
        icon(statusOf(status).icon),
        h('span', {}, statusOf(status).word),
        h('span.number', {}, String(numbers.get(status) ?? 0)),
      ),
    ),
  );
  if (focused) box.querySelector(`[data-toggle="${CSS.escape(focused)}"]`)?.focus();
}

/** Draws what else narrows the wire, each with a way to let it go. */
export function drawNarrowings(box, filter, change) {
  const chip = (label, drop) =>
    h(
      'button.chip',
      {
        onclick: () => {
          drop();
          change();
        },
      },
      label,
      icon('cross'),
      h('span.hidden', {}, 'let go'),
    );
  refill(
    box,
    filter.pair
      ? chip(filter.pair.join('–'), () => {
          filter.pair = null;
        })
      : null,
    filter.from !== null
      ? chip(
          `${shortDate(filter.from)} ${clock(filter.from)} – ${shortDate(filter.to)} ${clock(filter.to)}`,
          () => {
            filter.from = null;
            filter.to = null;
          },
        )
      : null,
    isNothing(filter)
      ? null
      : h(
          'button.quiet',
          {
            onclick: () => {
              clear(filter);
              change();
            },
          },
          'Show all',
        ),
  );
}
