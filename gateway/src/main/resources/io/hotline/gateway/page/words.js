// What the records' constants are called on the page, and which drawing goes with them.

export const STATUSES = {
  OCCURRED: { word: 'occurred', icon: 'occurred' },
  PLANNED: { word: 'planned', icon: 'planned' },
  OFFERED: { word: 'offered', icon: 'offered' },
  REQUESTED: { word: 'requested', icon: 'requested' },
  SPECULATED: { word: 'speculated', icon: 'speculated' },
  THREATENED_TO_HALT: { word: 'may be halted', icon: 'halt' },
  CANCELLED: { word: 'cancelled', icon: 'cancelled' },
  REFUSED: { word: 'refused', icon: 'refused' },
  DENIED: { word: 'denied', icon: 'denied' },
  HISTORICAL_BACKGROUND: { word: 'background', icon: 'background' },
};

export const MODES = {
  PHONE_CALL: { word: 'phone call', icon: 'phone' },
  MEETING: { word: 'meeting', icon: 'meeting' },
  VISIT: { word: 'visit', icon: 'visit' },
  NEGOTIATION: { word: 'negotiation', icon: 'negotiation' },
  LETTER: { word: 'letter', icon: 'letter' },
  BACKCHANNEL: { word: 'back channel', icon: 'backchannel' },
  STATEMENT_OF_READINESS: { word: 'readiness to talk', icon: 'readiness' },
  OTHER: { word: 'other contact', icon: 'other' },
};

export const ALERT_KINDS = {
  FIRST_REPORT: 'first report',
  STATUS_CHANGE: 'status change',
  CORROBORATED: 'corroborated',
  CORRECTED: 'corrected',
  RETRACTED: 'retracted',
};

/** A constant nobody has described here yet, in plain words. */
export const plainly = (constant) => constant.toLowerCase().replaceAll('_', ' ');

export const statusOf = (status) => STATUSES[status] ?? { word: plainly(status), icon: 'unknown' };

export const modeOf = (mode) => MODES[mode] ?? { word: plainly(mode), icon: 'other' };

export const alertKind = (kind) => ALERT_KINDS[kind] ?? plainly(kind);

/** A number with its noun: `1 source`, `2 sources`. */
export const counted = (number, one, many = `${one}s`) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
