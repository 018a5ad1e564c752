// Counts over time and countries in contact: the gateway's, which has more in memory than a page;
// the page's own where the gateway cannot tell, and in a replay.

import * as api from './api.js';
import { Chart, matrix } from './chart.js';
import { byId, h, refill } from './dom.js';
import { aligned, counts, countriesOf, pairs } from './sums.js';
import { DAY, durationMillis, instant, MINUTE } from './times.js';

const COUNTRIES_SHOWN = 7;
const ASK_EVERY_MS = 5000;

/** The time that signals at hand are of. */
function extent(signals) {
  const times = signals.map((signal) => Date.parse(signal.published));
  return times.length === 0
    ? [Date.now() - DAY, Date.now()]
    : [times.reduce((a, b) => Math.min(a, b)) - MINUTE, times.reduce((a, b) => Math.max(a, b)) + MINUTE];
}

function windowOf(range, signals) {
  if (range !== 'all') return [Date.now() - Number(range) * DAY, Date.now() + MINUTE];
  return extent(signals);
}

export class Overview {
  #chart;
  #asked = '';
  #askedAt = 0;
  #later = 0;
  #filter;
  #change;

  constructor(filter, change) {
    this.#filter = filter;
    this.#change = change;
    this.#chart = new Chart(byId('chart'), byId('chart-read'), (from, to) => {
      Object.assign(filter, { from, to });
      change();
    });
  }

  /** Of signals that are all there is: a day's replay, up to the clock. */
  drawReplay(daySignals, told, since) {
    clearTimeout(this.#later);
    const key = `replay ${since} ${daySignals.length} ${this.#filter.topic}`;
    const ofTopic = (signal) => !this.#filter.topic || signal.ruleId === this.#filter.topic;
    if (key !== this.#asked) {
      this.#asked = key;
      this.#chart.show(counts(daySignals.filter(ofTopic), { since, until: since + DAY, step: 15 * MINUTE }));
    }
    this.#drawMatrix(pairs(told.filter(ofTopic)));
  }

  point(at) {
    this.#chart.point(at);
  }

  /** Of what the gateway has. Asks again if something else is wanted, or after a while. */
  drawLive(signals, range) {
    const [from, to] = windowOf(range, signals);
    const wanted = { topic: this.#filter.topic || 'signals', ...aligned(from, to) };
    const what = `${wanted.topic} ${range}`;
    const key = `${what} ${JSON.stringify(wanted)} ${signals.length}`;
    if (key === this.#asked) return;
    clearTimeout(this.#later);
    const isOther = !this.#asked.startsWith(what);
    const wait = isOther ? 0 : Math.max(0, this.#askedAt + ASK_EVERY_MS - Date.now());
    this.#later = setTimeout(() => this.#ask(wanted, signals, key), wait);
  }

  async #ask(wanted, signals, key) {
    this.#asked = key;
    this.#askedAt = Date.now();
    this.#chart.point(null);
    const ofTopic = signals.filter((signal) => wanted.topic === 'signals' || signal.ruleId === wanted.topic);
    const inWindow = ofTopic.filter(
      (signal) => Date.parse(signal.published) >= wanted.since && Date.parse(signal.published) < wanted.until,
    );
    const span = { topic: wanted.topic, since: instant(wanted.since), until: instant(wanted.until) };
    const [counted, paired] = await Promise.all([
      api
        .counts({ ...span, step: `PT${wanted.step / 1000}S`, by: 'status' })
        .then((told) => ({
          ...told,
          since: Date.parse(told.since),
          until: Date.parse(told.until),
          step: durationMillis(told.step),
          series: merged(told.series),
        }))
        .catch(() => counts(ofTopic, wanted)),
      api
        .matrix(span)
        .then((told) => told.pairs)
        .catch(() => pairs(inWindow)),
    ]);
    if (this.#asked !== key) return;
    this.#chart.show(counted);
    this.#drawMatrix(paired);
  }

  #drawMatrix(allPairs) {
    const countries = countriesOf(allPairs, COUNTRIES_SHOWN);
    if (countries.length === 0) {
      refill(byId('matrix'), h('p.little', {}, 'No two countries yet.'));
      return;
    }
    matrix(byId('matrix'), countries, allPairs, this.#filter.pair, (pair) => {
      this.#filter.pair = pair;
      this.#asked = '';
      this.#change();
    });
  }
}

/** One series for each status, whatever the topic. */
function merged(series) {
  const byKey = new Map();
  for (const each of series) {
    const sum = byKey.get(each.key);
    byKey.set(
      each.key,
      sum
        ? { ...sum, total: sum.total + each.total, counts: sum.counts.map((count, i) => count + each.counts[i]) }
        : each,
    );
  }
  return [...byKey.values()];
}
