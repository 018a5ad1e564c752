// The connection to the gateway: server-sent events, read with fetch. EventSource hides comments
// from a page; here the page hears the heartbeat, so it knows when it is deaf, and `: listening`,
// so it knows which records are news.

const RETRY_MS = [1000, 2000, 5000, 10000];
/** The gateway's heart beats every 15 s; who has heard nothing for so long hears nothing any more. */
const DEAF_MS = 40_000;

/** Takes a stream apart, however it was cut into pieces. `on`: event(kind, data, id), comment(text). */
export class EventParser {
  #rest = '';
  #event = '';
  #data = [];
  #id = null;
  #on;

  constructor(on) {
    this.#on = on;
  }

  push(piece) {
    const lines = (this.#rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    lines.forEach((line) => this.#line(line));
  }

  #line(line) {
    if (line === '') this.#dispatch();
    else if (line.startsWith(':')) this.#on.comment(line.slice(1).trim());
    else {
      const colon = line.indexOf(':');
      const [field, value] =
        colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
      if (field === 'event') this.#event = value;
      else if (field === 'data') this.#data.push(value);
      else if (field === 'id') this.#id = value;
    }
  }

  #dispatch() {
    if (this.#data.length > 0) this.#on.event(this.#event || 'message', this.#data.join('\n'), this.#id);
    this.#event = '';
    this.#data = [];
  }
}

/** The answer was not a stream. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function reason(answer) {
  try {
    return (await answer.json()).error;
  } catch {
    return `the gateway answered ${answer.status}`;
  }
}

/** Reads a stream to its end. */
async function read(address, lastId, signal, on) {
  const headers = { Accept: 'text/event-stream', ...(lastId ? { 'Last-Event-ID': lastId } : {}) };
  const answer = await fetch(address, { headers, signal, cache: 'no-store' });
  if (!answer.ok) throw new Refused(answer.status, await reason(answer));
  on.open();
  const parser = new EventParser(on);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    on.heard();
    parser.push(part.value);
  }
}

/**
 * The records of a window, once. Resolves with `{kind, record}` in the order in which they came.
 * Fails if the stream breaks off before it said that the window is told.
 */
export async function readWindow(address, signal, progress = () => {}) {
  const entries = [];
  let ended = false;
  await read(address, null, signal, {
    open() {},
    heard() {
      progress(entries.length);
    },
    comment() {},
    event(kind, data) {
      if (kind === 'end') ended = true;
      else if (kind !== 'dropped' && kind !== 'malformed') entries.push({ kind, record: JSON.parse(data) });
    },
  });
  if (!ended) throw new Error('the stream broke off before its end');
  return entries;
}

/**
 * Listens for ever. After an outage it goes on where it was, so that nothing is missed or told
 * twice. `on`: record(kind, record, isNews), state('connecting' | 'live' | 'offline', detail).
 * Returns a function that connects anew, at once.
 */
export function listen(address, on) {
  let lastId = null;
  let failures = 0;
  let hasListened = false;
  let retry = 0;
  let current = new AbortController();

  async function connect() {
    clearTimeout(retry);
    const attempt = new AbortController();
    current = attempt;
    let deaf = 0;
    const heard = () => {
      clearTimeout(deaf);
      deaf = setTimeout(() => attempt.abort(new Error('nothing was heard for a while')), DEAF_MS);
    };
    try {
      heard();
      await read(address, lastId, attempt.signal, {
        open() {
          failures = 0;
          on.state('live');
        },
        heard,
        comment(text) {
          if (text === 'listening') hasListened = true;
        },
        event(kind, data, id) {
          if (id !== null) lastId = id;
          if (kind === 'dropped') lastId = JSON.parse(data).lastEventId ?? lastId;
          else if (kind !== 'malformed' && kind !== 'end') on.record(kind, JSON.parse(data), hasListened);
        },
      });
      failed('the gateway closed the stream');
    } catch (error) {
      // a position that the gateway does not understand any more, as after it got new topics
      if (error instanceof Refused && error.status === 400) lastId = null;
      failed(error.message, error.status);
    } finally {
      clearTimeout(deaf);
    }

    function failed(why, status = 0) {
      if (current !== attempt) return;
      const wait = RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)];
      on.state('offline', { why, status, retryAt: Date.now() + wait });
      retry = setTimeout(connect, wait);
    }
  }

  const again = () => {
    const old = current;
    connect();
    old.abort();
  };
  window.addEventListener('online', again);
  on.state('connecting');
  connect();
  return again;
}
