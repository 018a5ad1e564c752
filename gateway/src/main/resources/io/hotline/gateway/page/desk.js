// The desk: the wire, the alerts and the overview, of now or of a replayed day.

import * as api from './api.js';
import { drawAlerts, isWaiting } from './alerts.js';
import { waiting as tellWaiting } from './attention.js';
import { byId, h, refill } from './dom.js';
import { clear, drawNarrowings, drawStatuses, isNothing, nothing, wireFilters } from './filters.js';
import { calmly } from './keyed.js';
import { Overview } from './overview.js';
import { button, loading, notice } from './parts.js';
import { drawSources, drawTopics } from './rail.js';
import { findings, select } from './records.js';
import { storiesOf } from './stories.js';
import { counted } from './words.js';
import { drawWire } from './wire.js';

const ASK_EVERY_MS = 15_000;

/** A reason as a sentence. */
const whole = (reason) => reason.replace(/^[a-z]/, (first) => first.toUpperCase()).replace(/[^.!?]$/, '$&.');

export class Desk {
  #live;
  #replay;
  #connection = { state: 'connecting', detail: null };
  #topics = [];
  #sources = null;
  #overview;
  #again = () => {};
  #isSettled = false;
  filter = nothing();
  draw = calmly(() => this.#draw());

  constructor(live, replay) {
    this.#live = live;
    this.#replay = replay;
    this.#overview = new Overview(this.filter, this.draw);
    wireFilters(this.filter, this.draw);
    byId('range').addEventListener('change', this.draw);
    byId('alerts-shown').addEventListener('change', this.draw);
    live.addEventListener('change', this.draw);
    replay.records.addEventListener('change', this.draw);
    this.#askAround();
  }

  get records() {
    return this.#replay.isOn ? this.#replay.records : this.#live;
  }

  get sources() {
    return this.#sources;
  }

  titleOf = (ruleId) => this.#topics.find((topic) => topic.name === ruleId)?.rule?.title ?? ruleId;

  stories() {
    return storiesOf(this.records.alerts.newestFirst(), this.records.acknowledgements);
  }

  findings() {
    return findings(this.records.signals.newestFirst());
  }

  connected(state, detail, again) {
    this.#connection = { state, detail };
    this.#again = again;
    // what comes in the first moment is what was there before: nothing to point at
    if (state === 'live')
      setTimeout(() => {
        this.#isSettled = true;
      }, 2000);
    this.draw();
  }

  pickTopic = (topic) => {
    this.filter.topic = topic;
    this.draw();
  };

  /** Picks the topic that stands in the list at a place; 0 is all topics. */
  pickTopicAt(place) {
    byId('topics').children[place]?.click();
  }

  point(at) {
    this.#overview.point(at);
  }

  async #askAround() {
    const [topics, sources] = await Promise.allSettled([api.topics(), api.sources()]);
    if (topics.status === 'fulfilled') this.#topics = topics.value.filter((topic) => topic.kind === 'signal');
    if (sources.status === 'fulfilled') this.#sources = sources.value;
    this.draw();
    setTimeout(() => this.#askAround(), ASK_EVERY_MS);
  }

  #draw() {
    const isReplay = this.#replay.isOn;
    const all = this.findings();
    const stories = this.stories();
    const titles = this.#topics.length;
    const look = {
      titleOf: this.titleOf,
      titles,
      isNews: isReplay ? this.#replay.player.isPlaying : this.#isSettled,
    };
    const shown = select(all, this.filter);
    drawWire(byId('wire'), shown, look);
    refill(byId('wire-notice'), shown.length > 0 ? null : this.#wireNotice(all.length, isReplay));
    this.#drawFilters(all);
    this.#drawAlerts(stories, look, isReplay);
    this.#drawRail(stories, isReplay);
  }

  #drawFilters(all) {
    const numbers = new Map();
    for (const { signal } of select(all, { ...this.filter, statuses: null }))
      numbers.set(signal.event.status, (numbers.get(signal.event.status) ?? 0) + 1);
    drawStatuses(byId('statuses'), numbers, this.filter, this.draw);
    drawNarrowings(byId('narrowings'), this.filter, this.draw);
  }

  #drawAlerts(stories, look, isReplay) {
    const ofTopic = stories.filter((story) => !this.filter.topic || story.latest.ruleId === this.filter.topic);
    const open = ofTopic.filter(isWaiting);
    const shown = byId('alerts-shown').value === 'waiting' && !isReplay ? open : ofTopic;
    drawAlerts(byId('alerts'), shown, { ...look, canChange: !isReplay });
    byId('waiting').textContent = isReplay
      ? counted(shown.length, 'story', 'stories')
      : open.length === 0
        ? ''
        : `${open.length} to acknowledge`;
    byId('alerts-shown').hidden = isReplay;
    const tab = byId('tab-waiting');
    tab.textContent = String(open.length);
    tab.hidden = open.length === 0 || isReplay;
    tellWaiting(isReplay ? 0 : stories.filter(isWaiting).length);
    refill(byId('alerts-notice'), shown.length > 0 ? null : this.#alertsNotice(ofTopic.length));
  }

  #drawRail(stories, isReplay) {
    const signals = this.records.signals.newestFirst();
    const now = isReplay ? this.#replay.player.at : Date.now();
    drawTopics(
      byId('topics'),
      this.#topics.map((topic) => {
        const its = signals.filter((signal) => signal.ruleId === topic.name);
        return {
          id: topic.name,
          title: this.titleOf(topic.name),
          number: isReplay ? its.length : (topic.records ?? its.length),
          latest: (isReplay ? null : topic.latest) ?? its[0]?.published ?? null,
          waiting: isReplay
            ? 0
            : stories.filter((story) => story.latest.ruleId === topic.name && isWaiting(story)).length,
        };
      }),
      this.filter.topic,
      this.pickTopic,
      now,
    );
    byId('sources-panel').hidden = isReplay || this.#sources === null;
    if (!isReplay && this.#sources?.length === 0) refill(byId('sources'), 'No source has been read yet.');
    else if (!isReplay && this.#sources !== null) drawSources(byId('sources'), this.#sources, Date.now());
    byId('range').hidden = isReplay;
    if (isReplay) this.#overview.drawReplay(this.#replay.daySignals, signals, this.#replay.player.since);
    else this.#overview.drawLive(signals, byId('range').value);
  }

  #wireNotice(atAll, isReplay) {
    if (isReplay && this.#replay.state === 'loading') return loading('Getting the day');
    if (isReplay && this.#replay.state === 'failed')
      return notice(
        'offline',
        'The day could not be had',
        this.#replay.problem,
        button('Try again', null, () => this.#replay.retry()),
      );
    if (isReplay && this.#replay.state === 'empty')
      return notice(
        'nothing',
        'Nothing on that day',
        'No signal was published on it. The arrows beside the date go to other days.',
      );
    if (atAll > 0 || !isNothing(this.filter))
      return notice(
        'search',
        'Nothing matches',
        'No signal here is of that topic, status, mode and time.',
        button('Show all', null, () => {
          this.filter.topic = '';
          clear(this.filter);
          this.draw();
        }),
      );
    if (isReplay) return notice('play', 'Nothing published yet', 'Play, or move the slider to a mark.');
    if (this.#connection.state === 'offline')
      return notice(
        'offline',
        'Offline',
        `${whole(this.#connection.detail.why)} Trying again.`,
        button('Try now', null, () => this.#again()),
      );
    if (this.#connection.state === 'connecting') return loading('Connecting to the gateway');
    return notice('nothing', 'No signals yet', [
      'They appear here as news comes in: ',
      h('code', {}, 'hotline ingest SOURCE'),
      ' reads files, folders and feeds.',
    ]);
  }

  #alertsNotice(ofTopic) {
    if (this.#replay.isOn && this.#replay.state !== 'ready') return null;
    if (ofTopic > 0) return notice('check', 'All acknowledged', 'Nobody has to look at anything.');
    if (this.#connection.state !== 'live' && !this.#replay.isOn) return null;
    return notice(
      'alert',
      'No alerts yet',
      'A story raises one when it begins, changes, is corroborated, corrected or taken back.',
    );
  }
}
