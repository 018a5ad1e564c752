// Counts over time and pairs of countries, of the signals at hand. The gateway counts what it has
// in memory; a replay counts for itself.

import { DAY, HOUR, MINUTE } from './times.js';

const STEPS = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  7 * DAY,
];

/** A round step that cuts a window into about a hundred. */
export const stepFor = (since, until) =>
  STEPS.find((step) => (until - since) / step <= 110) ?? Math.ceil((until - since) / 100 / DAY) * DAY;

/** Whole steps around a window. */
export function aligned(since, until) {
  const step = stepFor(since, until);
  return { since: Math.floor(since / step) * step, until: Math.ceil(until / step) * step, step };
}

/** Signals that hold, in each step, a series for each status: the shape of /counts. */
export function counts(signals, { since, until, step }) {
  const steps = Math.max(1, Math.ceil((until - since) / step));
  const series = new Map();
  for (const signal of signals) {
    const at = Date.parse(signal.published);
    if (signal.state === 'RETRACTED' || at < since || at >= until) continue;
    const key = signal.event.status;
    if (!series.has(key)) series.set(key, { topic: 'signals', key, total: 0, counts: new Array(steps).fill(0) });
    series.get(key).counts[Math.floor((at - since) / step)]++;
    series.get(key).total++;
  }
  return { since, until, step, complete: true, series: [...series.values()] };
}

/** Pairs of countries in contact, most signals first: the shape of /matrix. */
export function pairs(signals) {
  const found = new Map();
  for (const signal of signals) {
    if (signal.state === 'RETRACTED') continue;
    const countries = [...new Set(signal.event.participants.map((each) => each.country))].sort();
    countries.forEach((a, i) =>
      countries.slice(i + 1).forEach((b) => {
        const pair = found.get(`${a} ${b}`) ?? { a, b, signals: 0, latest: signal.published, statuses: {} };
        pair.signals++;
        pair.latest = pair.latest > signal.published ? pair.latest : signal.published;
        pair.statuses[signal.event.status] = (pair.statuses[signal.event.status] ?? 0) + 1;
        found.set(`${a} ${b}`, pair);
      }),
    );
  }
  return [...found.values()].sort((x, y) => y.signals - x.signals || (x.a + x.b < y.a + y.b ? -1 : 1));
}

/** The countries of some pairs, most often in contact first. */
export function countriesOf(allPairs, most) {
  const total = new Map();
  for (const { a, b, signals } of allPairs) {
    total.set(a, (total.get(a) ?? 0) + signals);
    total.set(b, (total.get(b) ?? 0) + signals);
  }
  return [...total]
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
    .slice(0, most)
    .map(([country]) => country);
}
