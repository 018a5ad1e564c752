// What this browser remembers of its reader. Where nothing can be kept, it is forgotten at the end.

const PREFIX = 'hotline.';
const forgotten = new Map();

export function recall(name, otherwise = null) {
  try {
    return localStorage.getItem(PREFIX + name) ?? otherwise;
  } catch {
    return forgotten.get(name) ?? otherwise;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    forgotten.set(name, value);
  }
}

const THEMES = ['system', 'light', 'dark'];

/** The reader's choice of light and dark; `system` follows the device. */
export const theme = () => (THEMES.includes(recall('theme')) ? recall('theme') : 'system');

export function applyTheme() {
  document.documentElement.dataset.theme = theme();
  window.dispatchEvent(new Event('themechange'));
}

export function nextTheme() {
  remember('theme', THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length]);
  applyTheme();
  return theme();
}
