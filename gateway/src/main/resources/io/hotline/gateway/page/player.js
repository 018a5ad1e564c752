// A day played again in event time: records in the order in which they were published, and a clock
// that runs faster.

/** In event time; records of one moment keep the order in which they came. */
export const inEventTime = (entries) =>
  entries
    .map((entry, i) => ({ ...entry, at: Date.parse(entry.record.published), i }))
    .sort((a, b) => a.at - b.at || a.i - b.i);

export class Player extends EventTarget {
  #entries = [];
  #told = 0;
  #last = 0;
  since;
  until;
  at;
  speed = 600;
  isPlaying = false;

  constructor(since, until) {
    super();
    this.since = since;
    this.until = until;
    this.at = since;
  }

  load(entries) {
    this.#entries = inEventTime(entries);
    this.seek(this.at);
  }

  get entries() {
    return this.#entries;
  }

  /** What was published up to the clock's time. */
  told() {
    return this.#entries.slice(0, this.#told);
  }

  play() {
    if (this.isPlaying) return;
    if (this.at >= this.until) this.seek(this.since);
    this.isPlaying = true;
    this.#last = performance.now();
    this.#changed();
    requestAnimationFrame(() => this.#tick());
  }

  pause() {
    this.isPlaying = false;
    this.#changed();
  }

  seek(at) {
    this.at = Math.min(Math.max(at, this.since), this.until);
    this.#tell();
    this.#changed();
  }

  /** On to the next moment at which something was published, or back to the one before. */
  step(by) {
    const moments = [...new Set(this.#entries.map((entry) => entry.at))];
    const next =
      by > 0 ? moments.find((moment) => moment > this.at) : moments.findLast((moment) => moment < this.at);
    this.seek(next ?? (by > 0 ? this.until : this.since));
  }

  /** So many milliseconds have gone by. */
  advance(elapsed) {
    this.seek(this.at + elapsed * this.speed);
    if (this.at >= this.until) this.pause();
  }

  #tick() {
    if (!this.isPlaying) return;
    const now = performance.now();
    this.advance(now - this.#last);
    this.#last = now;
    requestAnimationFrame(() => this.#tick());
  }

  #tell() {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#entries[middle].at <= this.at) low = middle + 1;
      else high = middle;
    }
    if (low !== this.#told) {
      this.#told = low;
      this.dispatchEvent(new Event('told'));
    }
  }

  #changed() {
    this.dispatchEvent(new Event('clock'));
  }
}
