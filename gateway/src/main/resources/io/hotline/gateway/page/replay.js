// A day again: it is fetched once, as a stream that ends, and then played in scaled event time. The
// desk shows what was known at the clock's time.

import { byId, h, refill } from './dom.js';
import { icon } from './icons.js';
import { Player } from './player.js';
import { Records } from './records.js';
import { Refused, readWindow } from './stream.js';
import { clock, clockSeconds, DAY, dayOf, longDate, MINUTE } from './times.js';
import { counted } from './words.js';

const SPEEDS = [60, 300, 600, 1800, 3600];

const label = (speed) => (speed < 3600 ? `${speed / 60} min/s` : `${speed / 3600} h/s`);

export class Replay {
  #records = new Records(100_000);
  #player = null;
  #day = null;
  #loading = null;
  #speed = 600;
  state = 'idle';
  problem = null;

  /** `changed`: the desk draws itself anew; `pointed`: the clock moved. */
  constructor(changed, pointed) {
    this.changed = changed;
    this.pointed = pointed;
    refill(byId('replay-previous'), icon('previous'));
    refill(byId('replay-next'), icon('next'));
    const slider = byId('replay-slider');
    slider.addEventListener('input', () => this.#player?.seek(this.#player.since + Number(slider.value) * MINUTE));
    byId('replay-play').addEventListener('click', () => this.toggle());
    byId('replay-next').addEventListener('click', () => this.step(1));
    byId('replay-previous').addEventListener('click', () => this.step(-1));
    byId('replay-speed').append(
      ...SPEEDS.map((speed) => new Option(label(speed), speed, speed === this.#speed, speed === this.#speed)),
    );
    byId('replay-speed').addEventListener('change', (event) => this.#faster(Number(event.target.value)));
    byId('replay-day').addEventListener('change', (event) => {
      if (event.target.value) location.hash = `#/replay/${event.target.value}`;
    });
    byId('replay-day-before').addEventListener('click', () => this.#otherDay(-1));
    byId('replay-day-after').addEventListener('click', () => this.#otherDay(1));
  }

  get isOn() {
    return this.#day !== null;
  }

  get day() {
    return this.#day;
  }

  get records() {
    return this.#records;
  }

  get player() {
    return this.#player;
  }

  /** All signals of the day as they stood at its end, also those that the clock has not come to. */
  get daySignals() {
    const entries = (this.#player?.entries ?? []).filter((entry) => entry.kind === 'signal');
    return [...new Map(entries.map(({ record }) => [record.id, record])).values()];
  }

  async open(day) {
    if (day === this.#day) return;
    this.close();
    this.#day = day;
    const since = Date.parse(`${day}T00:00:00Z`);
    this.#player = new Player(since, since + DAY);
    this.#player.speed = this.#speed;
    this.#player.addEventListener('told', () => this.#records.become(this.#player.told()));
    this.#player.addEventListener('clock', () => this.#drawClock());
    this.#records.become([]);
    byId('replay-day').value = day;
    this.#loading = new AbortController();
    await this.#load(day, dayOf(since + DAY), this.#loading);
  }

  async #load(day, next, loading) {
    this.#become('loading', null);
    try {
      const entries = await readWindow(`/streams/signals,alerts?since=${day}&until=${next}`, loading.signal);
      if (loading !== this.#loading) return;
      this.#player.load(entries);
      this.#become(entries.length === 0 ? 'empty' : 'ready', null);
      this.#drawTicks();
    } catch (error) {
      if (loading !== this.#loading) return;
      this.#become('failed', error instanceof Refused ? error.message : 'The stream of that day broke off.');
    }
  }

  /** Fetches the day once more. */
  retry() {
    const day = this.#day;
    this.close();
    this.open(day);
  }

  close() {
    this.#loading?.abort();
    this.#loading = null;
    this.#player?.pause();
    this.#player = null;
    this.#day = null;
    this.state = 'idle';
  }

  toggle() {
    if (this.state !== 'ready') return;
    if (this.#player.isPlaying) this.#player.pause();
    else this.#player.play();
  }

  step(by) {
    this.#player?.pause();
    this.#player?.step(by);
  }

  #faster(speed) {
    this.#speed = speed;
    if (this.#player) this.#player.speed = speed;
  }

  #otherDay(by) {
    location.hash = `#/replay/${dayOf(Date.parse(`${this.#day}T00:00:00Z`) + by * DAY)}`;
  }

  #become(state, problem) {
    this.state = state;
    this.problem = problem;
    this.#drawClock();
    this.#drawTicks();
    this.changed();
  }

  /** Where on the slider something was published. */
  #drawTicks() {
    const { since, until, entries } = this.#player;
    const minutes = [
      ...new Set(
        entries.filter((entry) => entry.kind === 'signal').map((entry) => Math.floor((entry.at - since) / MINUTE)),
      ),
    ];
    byId('replay-marks').replaceChildren(
      ...minutes.map((minute) => {
        const mark = h('i');
        mark.style.left = `${(minute * MINUTE * 100) / (until - since)}%`;
        return mark;
      }),
    );
  }

  #drawClock() {
    const player = this.#player;
    if (!player) return;
    const slider = byId('replay-slider');
    slider.max = (player.until - player.since) / MINUTE;
    slider.value = (player.at - player.since) / MINUTE;
    slider.style.setProperty('--done', `${((player.at - player.since) * 100) / (player.until - player.since)}%`);
    slider.setAttribute('aria-valuetext', `${clock(player.at)} UTC`);
    slider.disabled = this.state !== 'ready';
    byId('replay-clock').textContent =
      player.at >= player.until
        ? '24:00'
        : player.isPlaying
          ? clockSeconds(player.at).slice(0, 5)
          : clock(player.at);
    byId('replay-title').textContent = longDate(player.since);
    byId('replay-told').textContent = this.#said();
    const play = byId('replay-play');
    if (play.dataset.playing !== String(player.isPlaying)) {
      play.dataset.playing = String(player.isPlaying);
      refill(play, icon(player.isPlaying ? 'pause' : 'play'), h('span', {}, player.isPlaying ? 'Pause' : 'Play'));
    }
    play.disabled = this.state !== 'ready';
    this.pointed(player.at);
  }

  #said() {
    if (this.state === 'loading') return 'Getting the day';
    if (this.state === 'failed') return 'It could not be had';
    const of = (entries) =>
      new Set(entries.filter((entry) => entry.kind === 'signal').map((entry) => entry.record.id)).size;
    return `${of(this.#player.told())} of ${counted(of(this.#player.entries), 'signal')}`;
  }
}
