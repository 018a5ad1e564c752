// Drawings on a grid of 16. Each shape is told from the others without its colour.

import { svg } from './dom.js';

const LINES = {
  // statuses
  occurred: ['M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z', 'M5 8.2l2.2 2.2L11.2 6'],
  planned: ['M2.5 3.5h11v10h-11z', 'M2.5 6.5h11M5.5 1.8v3M10.5 1.8v3'],
  offered: ['M2 8h8.5M7 4.5L10.5 8L7 11.5', 'M13.8 2.5v11'],
  requested: ['M14 8H5.5M9 4.5L5.5 8L9 11.5', 'M2.2 2.5v11'],
  denied: ['M5.2 1.5h5.6L14.5 5.2v5.6L10.8 14.5H5.2L1.5 10.8V5.2z', 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8'],
  refused: ['M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z', 'M3.5 12.5l9-9'],
  cancelled: ['M2.5 3.5h11v10h-11z', 'M5 6.2l6 5M11 6.2l-6 5'],
  halt: ['M8 1.8L15 14H1z', 'M8 6v4M8 11.8v.4'],
  speculated: ['M8 1.5l6.5 6.5L8 14.5L1.5 8z', 'M6.3 6.6C6.3 4.6 9.7 4.6 9.7 6.6C9.7 7.8 8 7.8 8 9.2M8 10.9v.3'],
  background: ['M3.2 4.5A6 6 0 1 1 2 8', 'M3 1.5v3.2h3.2M8 5v3.2l2.2 1.5'],
  unknown: ['M8 7.2v1.6'],
  // modes
  phone: [
    'M4 1.8L6.3 5.2L4.9 6.7C5.8 8.6 7.4 10.2 9.3 11.1L10.8 9.7L14.2 12C13.6 13.6 12.3 14.3 10.8 14C6.2 13 3 9.8 2 5.2C1.7 3.7 2.4 2.4 4 1.8z',
  ],
  meeting: [
    'M5 3a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 0 1 0-3.4zM11 3a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 0 1 0-3.4z',
    'M1.8 13c0-5 6.2-5 6.2 0M8 13c0-5 6.2-5 6.2 0',
  ],
  visit: ['M1.5 9.2L14.5 3.2L10.5 13.5L7.8 9.4z', 'M7.8 9.4L14.5 3.2'],
  negotiation: ['M2.5 6h11v3h-11z', 'M4 9v4.5M12 9v4.5M5 3.2h1.5M9.5 3.2H11'],
  letter: ['M1.8 3.5h12.4v9H1.8z', 'M1.8 4l6.2 5l6.2-5'],
  backchannel: ['M2 12.5C6 12.5 4.5 4 8 4S10 12.5 14 12.5', 'M11.8 10.3L14 12.5L11.8 14.7'],
  readiness: ['M3 14V2h7.5v12M1.5 14h13', 'M8 8v.4M10.5 4l3 1.5V14'],
  other: ['M3 8h.4M7.8 8h.4M12.6 8h.4'],
  // the house
  alert: ['M8 1.8c3 0 4.5 2 4.5 4.7c0 3.5 1.5 4.5 1.5 5.5H2c0-1 1.5-2 1.5-5.5C3.5 3.8 5 1.8 8 1.8z', 'M6.5 14h3'],
  sound: ['M2 6h2.5L8 3v10L4.5 10H2z', 'M10.5 5.5c1.6 1.5 1.6 3.5 0 5M12.5 3.5c3 2.8 3 6.2 0 9'],
  silent: ['M2 6h2.5L8 3v10L4.5 10H2z', 'M10.5 6l4 4M14.5 6l-4 4'],
  desktop: ['M1.8 2.8h12.4v8.4H1.8z', 'M5.5 14h5M8 11.2V14'],
  check: ['M2.5 8.5l3.5 3.5L13.5 4'],
  cross: ['M3.5 3.5l9 9M12.5 3.5l-9 9'],
  play: ['M4 2.5L13 8L4 13.5z'],
  pause: ['M5 2.5v11M11 2.5v11'],
  next: ['M3 2.5L10 8L3 13.5z', 'M12.5 2.5v11'],
  previous: ['M13 2.5L6 8L13 13.5z', 'M3.5 2.5v11'],
  back: ['M13.5 8H2.5M7 3.5L2.5 8L7 12.5'],
  out: ['M6.5 3.5h-4v10h10v-4', 'M9 2h5v5M14 2L7.5 8.5'],
  quote: ['M6.5 4C4 4.5 2.5 6.5 2.5 9.5V12h4V8.5H4.6M13.5 4C11 4.5 9.5 6.5 9.5 9.5V12h4V8.5h-1.9'],
  sources: ['M2.5 13.5a11 11 0 0 1 11-11', 'M6.5 13.5a7 7 0 0 1 7-7M11 13.5a2.5 2.5 0 0 1 2.5-2.5'],
  offline: ['M2 2l12 12', 'M1.8 6.5a9 9 0 0 1 4-2.3M14.2 6.5a9 9 0 0 0-5.4-2.6M4.5 9.5a5 5 0 0 1 3-1.4M8 12.5v.3'],
  nothing: ['M2.5 9.5L4.5 3h7l2 6.5v4h-11z', 'M2.5 9.5H6l.8 1.7h2.4l.8-1.7h3.5'],
  search: ['M7 2.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 0 1 0-9.6z', 'M10.5 10.5L14.2 14.2'],
  theme: ['M8 1.8a6.2 6.2 0 1 1 0 12.4z', 'M8 1.8a6.2 6.2 0 0 0 0 12.4'],
  keys: ['M1.5 4h13v8.5h-13z', 'M4 6.7h.4M6.6 6.7H7M9.2 6.7h.4M11.8 6.7h.3M5 10h6'],
};

/** A drawing; it says nothing that the word beside it does not say. */
export function icon(name, className = '') {
  const lines = LINES[name] ?? LINES.unknown;
  return svg(
    'svg',
    { viewBox: '0 0 16 16', class: `icon ${className}`.trim(), 'aria-hidden': 'true', focusable: 'false' },
    ...lines.map((d) => svg('path', { d })),
  );
}
