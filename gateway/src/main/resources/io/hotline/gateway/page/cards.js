// Records as elements. News text is hostile: it only ever becomes a text node.

const STATUS = {
  OCCURRED: ['✓', 'occurred'],
  PLANNED: ['◷', 'planned'],
  OFFERED: ['⇢', 'offered'],
  REQUESTED: ['⇠', 'requested'],
  DENIED: ['✕', 'denied'],
  REFUSED: ['⊘', 'refused'],
  CANCELLED: ['⌀', 'cancelled'],
  THREATENED_TO_HALT: ['⚠', 'threatened to halt'],
  SPECULATED: ['?', 'speculated'],
  HISTORICAL_BACKGROUND: ['↺', 'background'],
};

const ALERT = {
  FIRST_REPORT: 'First report',
  STATUS_CHANGE: 'Status change',
  CORROBORATED: 'Corroborated',
  CORRECTED: 'Corrected',
  RETRACTED: 'Retracted',
};

export const STATUSES = Object.entries(STATUS).map(([value, [, label]]) => ({ value, label }));

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC',
});

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null && child !== ''));
  return made;
}

const words = (constant) => constant.toLowerCase().replaceAll('_', ' ');

function time(iso) {
  const made = element('time', '', FORMAT.format(new Date(iso)));
  made.dateTime = iso;
  made.title = `${new Date(iso).toLocaleString()} where you are`;
  return made;
}

function statusBadge(status) {
  const [sign, label] = STATUS[status] ?? ['·', words(status)];
  const glyph = element('span', 'glyph', sign);
  glyph.setAttribute('aria-hidden', 'true');
  const badge = element('span', 'badge status', glyph, label);
  badge.dataset.status = status;
  return badge;
}

const modeBadge = (mode) => (mode === 'UNKNOWN' ? null : element('span', 'badge mode', words(mode)));

function party(participant) {
  const made = element('span', 'party', element('bdi', '', participant.name), ' ',
    element('span', 'country', participant.country));
  if (participant.role) made.title = participant.role;
  return made;
}

const between = (items, sign) => items.flatMap((item, i) => (i === 0 ? [item] : [sign, item]));

function parties(event) {
  const actors = event.participants.filter((p) => p.side !== 'RECIPIENT').map(party);
  const recipients = event.participants.filter((p) => p.side === 'RECIPIENT').map(party);
  const arrow = element('span', 'arrow', actors.length > 0 && recipients.length > 0 ? ' → ' : '');
  const made = element('h3', 'parties', ...between(actors, ', '), arrow, ...between(recipients, ', '));
  const others = event.thirdParties.map((p) => `${words(p.role)}: ${p.name}`);
  if (others.length > 0) made.append(element('span', 'third', ` · ${others.join(', ')}`));
  return made;
}

/** The sentence, with the parties and the words that decided marked. */
function evidence(signal) {
  const { start } = signal.event.sentence;
  const spans = [
    ...signal.event.participants.filter((p) => p.span).map((p) => ({ ...p.span, kind: 'who' })),
    ...signal.event.cues.map((span) => ({ ...span, kind: 'cue' })),
  ].map((span) => ({ kind: span.kind, start: span.start - start, end: span.end - start }))
    .filter((span) => span.start >= 0 && span.end <= signal.sentence.length && span.start < span.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const made = element('blockquote', 'evidence');
  made.dir = 'auto';
  let at = 0;
  for (const span of spans) {
    if (span.start >= at) {
      made.append(signal.sentence.slice(at, span.start),
        element('mark', span.kind, signal.sentence.slice(span.start, span.end)));
      at = span.end;
    }
  }
  made.append(signal.sentence.slice(at));
  return made;
}

function reporter(speaker) {
  const name = speaker.name ?? speaker.text;
  return element('bdi', speaker.anonymous ? 'anonymous' : '', name);
}

/** Who says so: the outlet first, the origin last. */
function chain(source, reportedBy) {
  const rest = reportedBy.filter((speaker, i) => i > 0 || (speaker.name ?? speaker.text) !== source);
  const links = [element('bdi', 'outlet', source), ...rest.map(reporter)];
  return element('p', 'chain', element('span', 'hidden', 'Reported by '), ...between(links, ' ← '));
}

/** A link only to the web: never `javascript:`, `data:` or whatever else an item may claim. */
function headline(signal) {
  let address = null;
  try {
    const url = new URL(signal.url);
    if (url.protocol === 'https:' || url.protocol === 'http:') address = url.href;
  } catch {
    // no address, or none that can be followed
  }
  const text = signal.headline || (address ?? '');
  if (!address) return text ? element('p', 'headline', element('bdi', '', text)) : null;
  const link = element('a', '', element('bdi', '', text));
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return element('p', 'headline', link);
}

function card(className, id, ...children) {
  const made = element('article', `card ${className}`, ...children);
  made.tabIndex = -1;
  made.dataset.id = id;
  return made;
}

export function signalCard(signal, title) {
  const retracted = signal.state === 'RETRACTED';
  const made = card('signal', signal.id,
    element('div', 'top', statusBadge(signal.event.status), modeBadge(signal.event.mode),
      retracted ? element('span', 'badge gone', 'retracted') : null, time(signal.published)),
    parties(signal.event),
    evidence(signal),
    retracted && signal.retractionReason ? element('p', 'reason', signal.retractionReason) : null,
    chain(signal.source, signal.event.reportedBy),
    headline(signal),
    element('p', 'topic', title));
  made.dataset.status = signal.event.status;
  made.classList.toggle('withdrawn', retracted);
  return made;
}

function step(entry) {
  return element('li', '',
    element('div', 'top', statusBadge(entry.status), time(entry.published)),
    element('p', 'said', element('bdi', '', entry.sentence)),
    element('p', 'chain', ...between([entry.source, ...entry.reportedBy.filter((name, i) => i > 0 || name !== entry.source)]
      .map((name) => element('bdi', '', name)), ' ← ')));
}

export function alertCard(alert, title) {
  const withdrawn = alert.state === 'WITHDRAWN';
  const kind = element('span', 'badge kind', ALERT[alert.kind] ?? words(alert.kind));
  kind.dataset.kind = alert.kind;
  const change = alert.kind === 'STATUS_CHANGE' && alert.previousStatus
    ? [statusBadge(alert.previousStatus), element('span', 'arrow', '→')] : [];
  const made = card('alert', alert.id,
    element('div', 'top', kind, ...change, statusBadge(alert.status), modeBadge(alert.mode),
      withdrawn ? element('span', 'badge gone', 'withdrawn') : null),
    element('h3', 'summary', element('bdi', '', alert.summary)),
    element('p', 'sources', element('span', '', alert.independentSources === 1 ? '1 independent source'
      : `${alert.independentSources} independent sources`), time(alert.published)));
  if (alert.timeline.length > 0) {
    made.append(element('details', 'timeline',
      element('summary', '', `Timeline · ${alert.timeline.length} ${alert.timeline.length === 1 ? 'step' : 'steps'}`),
      element('ol', '', ...alert.timeline.map(step))));
  }
  made.append(element('p', 'topic', title));
  made.dataset.status = alert.status;
  made.classList.toggle('withdrawn', withdrawn);
  return made;
}
