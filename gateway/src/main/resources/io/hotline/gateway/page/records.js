// What the page knows: records by id, the latest of each. One such store is live; a replay fills
// another.

const byTime = (a, b) =>
  a.record.published < b.record.published
    ? 1
    : a.record.published > b.record.published
      ? -1
      : b.arrival - a.arrival;

/** Records of one kind. The same id again takes the place of what it was. */
class Shelf {
  #kept = new Map();
  #most;
  #arrivals = 0;
  #sorted = null;

  constructor(most) {
    this.#most = most;
  }

  put(record) {
    const old = this.#kept.get(record.id);
    this.#kept.set(record.id, { record, arrival: old?.arrival ?? this.#arrivals++ });
    this.#sorted = null;
    if (this.#kept.size > this.#most * 1.2) this.#trim();
    return old?.record ?? null;
  }

  get(id) {
    return this.#kept.get(id)?.record ?? null;
  }

  /** Newest first, by event time; what came last goes before what is as new. */
  newestFirst() {
    this.#sorted ??= [...this.#kept.values()].sort(byTime).map(({ record }) => record);
    return this.#sorted;
  }

  #trim() {
    const gone = this.newestFirst().slice(this.#most);
    gone.forEach((record) => this.#kept.delete(record.id));
    this.#sorted = null;
  }
}

export class Records extends EventTarget {
  #most;
  signals;
  alerts;
  acknowledgements = new Map();

  constructor(most = 2000) {
    super();
    this.#most = most;
    this.#empty();
  }

  #empty() {
    this.signals = new Shelf(this.#most);
    this.alerts = new Shelf(this.#most);
  }

  /** Takes a record of a stream. Tells whether nothing was known by its id. */
  put(kind, record) {
    let isNew = false;
    if (kind === 'signal') isNew = this.signals.put(record) === null;
    else if (kind === 'alert') isNew = this.alerts.put(record) === null;
    else if (kind === 'acknowledgement') this.acknowledgements.set(record.alertId, record);
    else if (kind === 'acknowledgement-removed') this.acknowledgements.delete(record.key);
    else return false;
    this.dispatchEvent(new Event('change'));
    return isNew;
  }

  /** Acknowledgements that may be older than what the stream began with. */
  acknowledged(list) {
    list
      .filter((each) => !this.acknowledgements.has(each.alertId))
      .forEach((each) => this.acknowledgements.set(each.alertId, each));
    this.dispatchEvent(new Event('change'));
  }

  /** Forgets signals and alerts and takes these. */
  become(entries) {
    this.#empty();
    for (const { kind, record } of entries) {
      if (kind === 'signal') this.signals.put(record);
      else if (kind === 'alert') this.alerts.put(record);
    }
    this.dispatchEvent(new Event('change'));
  }
}

/**
 * Signals as a reader counts them: two rules that were met by one sentence are one finding. A
 * finding is withdrawn once none of its signals holds. Newest first.
 */
export function findings(signals) {
  const byEvidence = new Map();
  for (const signal of signals) {
    const { event } = signal;
    const key = [signal.itemId, signal.sentence, event.eventType, event.mode, event.status].join('\u0000');
    const finding = byEvidence.get(key);
    if (finding) finding.push(signal);
    else byEvidence.set(key, [signal]);
  }
  return [...byEvidence].map(([key, all]) => {
    const holding = all.filter((signal) => signal.state !== 'RETRACTED');
    const shown = holding.length > 0 ? holding : all;
    return {
      key,
      signal: shown[0],
      signals: shown,
      topics: [...new Set(shown.map((signal) => signal.ruleId))].sort(),
      isWithdrawn: holding.length === 0,
    };
  });
}

const mentions = (finding, words) => {
  const { signal } = finding;
  const text = [
    signal.sentence,
    signal.headline,
    signal.source,
    ...finding.topics,
    ...signal.event.participants.flatMap((each) => [each.name, each.country]),
    ...signal.event.reportedBy.map((each) => each.name ?? each.text),
  ]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
};

/** The findings that a reader wants to see. `filter`: topic, statuses, mode, pair, from, to, words. */
export function select(all, filter) {
  const words = (filter.words ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((finding) => {
    const { event, published } = finding.signal;
    const time = Date.parse(published);
    return (
      (!filter.topic || finding.topics.includes(filter.topic)) &&
      (!filter.statuses?.size || filter.statuses.has(event.status)) &&
      (!filter.mode || event.mode === filter.mode) &&
      (!filter.pair ||
        filter.pair.every((country) => event.participants.some((each) => each.country === country))) &&
      (filter.from === undefined || filter.from === null || (time >= filter.from && time < filter.to)) &&
      (words.length === 0 || mentions(finding, words))
    );
  });
}
