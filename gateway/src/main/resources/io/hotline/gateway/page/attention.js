// Getting a reader's attention: a sound of two soft tones, a notification on the desktop, a number
// in the title. Each is the reader's choice, kept in this browser.

import { recall, remember } from './preferences.js';
import { alertKind, modeOf, statusOf } from './words.js';
import { printable } from './dom.js';

const TITLE = document.title;
/** One ring for what comes in a burst. */
const QUIET_MS = 3000;

let audio = null;
let rang = 0;

export const hasSound = () => recall('sound') === 'on';
export const hasDesktop = () => recall('desktop') === 'on' && window.Notification?.permission === 'granted';
export const canDesktop = () => 'Notification' in window && Notification.permission !== 'denied';

function tone(at, hertz) {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.16, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.5);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.5);
}

async function ring() {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') await audio.resume();
  tone(audio.currentTime, 587);
  tone(audio.currentTime + 0.18, 880);
}

/** Turns the sound on, with a sample of it, or off. */
export function toggleSound() {
  remember('sound', hasSound() ? 'off' : 'on');
  if (hasSound()) ring();
  return hasSound();
}

/** Turns desktop notifications on, if the reader lets us, or off. */
export async function toggleDesktop() {
  if (hasDesktop()) remember('desktop', 'off');
  else if ((await Notification.requestPermission()) === 'granted') remember('desktop', 'on');
  return hasDesktop();
}

function show(alert) {
  const sentence = alert.timeline.at(-1)?.sentence ?? alert.summary;
  const title = `${alert.parties.join('–')}: ${modeOf(alert.mode).word} ${statusOf(alert.status).word} (${alertKind(alert.kind)})`;
  const shown = new Notification(printable(title), {
    body: printable(sentence),
    tag: alert.storyId,
    icon: '/page/icon.svg',
  });
  shown.onclick = () => {
    window.focus();
    location.hash = `#/story/${alert.storyId}`;
    shown.close();
  };
}

/** An alert has come that nobody here has seen. */
export function attend(alert) {
  if (hasDesktop()) show(alert);
  if (hasSound() && Date.now() - rang > QUIET_MS) {
    rang = Date.now();
    ring();
  }
}

/** How many stories wait for somebody. */
export function waiting(number) {
  document.title = number > 0 ? `(${number}) ${TITLE}` : TITLE;
}
