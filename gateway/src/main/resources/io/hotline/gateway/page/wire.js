// The wire: findings as they come, newest first, the sentence first of all.

import { bdi, h, webLink } from './dom.js';
import { icon } from './icons.js';
import { follow } from './keyed.js';
import { chain, modeBadge, parties, statusBadge, time } from './parts.js';
import { sentence } from './text.js';
import { dayOf, longDate } from './times.js';

const MOST_ROWS = 400;

const percent = (confidence) => `${Math.round(confidence * 100)} %`;

function confidence({ event }) {
  const reasons = event.reasons.length > 0 ? `: ${event.reasons.join('; ')}` : '';
  return h(
    'span.confidence',
    { title: `Confidence ${percent(event.confidence)}${reasons}` },
    percent(event.confidence),
  );
}

function row(finding, titleOf, isNew) {
  const { signal } = finding;
  const made = h(
    'article.row',
    { tabindex: -1, data: { status: signal.event.status, signal: signal.id } },
    h('div.when', {}, h('a', { href: `#/signal/${signal.id}`, title: 'Open the story' }, time(signal.published))),
    h(
      'div.what',
      {},
      h(
        'div.head',
        {},
        statusBadge(signal.event.status),
        modeBadge(signal.event.mode),
        parties(signal.event),
        finding.isWithdrawn ? h('span.gone', {}, icon('cross'), 'retracted') : null,
      ),
      h('p.sentence', { dir: 'auto' }, sentence(signal)),
      finding.isWithdrawn && signal.retractionReason ? h('p.reason', {}, signal.retractionReason) : null,
      h(
        'div.foot',
        {},
        chain(signal.source, signal.event.reportedBy),
        confidence(signal),
        finding.topics.map((topic) => h('span.topic', {}, titleOf(topic))),
        signal.headline && signal.url
          ? h('span.headline', {}, webLink(signal.url, signal.headline))
          : signal.headline
            ? h('span.headline', {}, bdi(signal.headline))
            : null,
      ),
    ),
  );
  made.classList.toggle('withdrawn', finding.isWithdrawn);
  made.classList.toggle('arriving', isNew);
  return made;
}

const dayRule = (day) => h('h3.day', {}, longDate(`${day}T00:00:00Z`));

/** Findings with a line between two days. */
function withDays(findings) {
  const lines = [];
  let day = '';
  for (const finding of findings) {
    const its = dayOf(finding.signal.published);
    if (its !== day) lines.push({ day: its });
    day = its;
    lines.push(finding);
  }
  return lines;
}

/** Draws the wire. `isNews`: whether what comes now is worth pointing at. */
export function drawWire(list, findings, { titleOf, titles, isNews }) {
  follow(list, withDays(findings.slice(0, MOST_ROWS)), {
    keyOf: (line) => line.key ?? `day ${line.day}`,
    versionOf: (line) =>
      line.day
        ? line.day
        : [
            titles,
            line.isWithdrawn,
            ...line.signals.map((signal) => `${signal.id}${signal.revision}${signal.state}`),
          ].join(' '),
    make: (line, isNew) => (line.day ? dayRule(line.day) : row(line, titleOf, isNew && isNews)),
  });
}
