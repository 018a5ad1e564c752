// Times. The page speaks of event time, in UTC, as the records do.

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const format = (options) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });

const CLOCK = format({ hour: '2-digit', minute: '2-digit' });
const CLOCK_SECONDS = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DATE = format({ day: 'numeric', month: 'short', year: 'numeric' });
const SHORT_DATE = format({ day: 'numeric', month: 'short' });
const LONG_DATE = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** Milliseconds since 1970, of a record's time or of such milliseconds. */
export const millis = (time) => (typeof time === 'number' ? time : Date.parse(time));

export const clock = (time) => CLOCK.format(millis(time));
export const clockSeconds = (time) => CLOCK_SECONDS.format(millis(time));
export const date = (time) => DATE.format(millis(time));
export const shortDate = (time) => SHORT_DATE.format(millis(time));
export const longDate = (time) => LONG_DATE.format(millis(time));
export const dateAndClock = (time) => `${date(time)}, ${clock(time)}`;

/** `2025-01-20`, the day in UTC. */
export const dayOf = (time) => new Date(millis(time)).toISOString().slice(0, 10);

/** As the gateway reads a time in an address. */
export const instant = (time) => new Date(millis(time)).toISOString();

/** How long ago, roughly: `now`, `5 min`, `3 h`, `12 d`; the day, if that was long ago. */
export function age(time, now) {
  const gone = now - millis(time);
  if (gone < MINUTE) return 'now';
  if (gone < HOUR) return `${Math.floor(gone / MINUTE)} min`;
  if (gone < 2 * DAY) return `${Math.floor(gone / HOUR)} h`;
  return gone < 60 * DAY ? `${Math.floor(gone / DAY)} d` : date(time);
}

/** Milliseconds of an ISO 8601 duration of days and smaller: `PT15M`, `P1D`. */
export function durationMillis(text) {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (!parts) throw new RangeError(`'${text}': expected an ISO 8601 duration such as PT15M`);
  const [, days, hours, minutes, seconds] = parts.map((part) => Number(part ?? 0));
  return days * DAY + hours * HOUR + minutes * MINUTE + seconds * 1000;
}
