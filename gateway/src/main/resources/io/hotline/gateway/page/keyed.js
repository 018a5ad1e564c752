// A list on the page that follows a list of things: what is the same stays, with its focus and its
// place under the reader's eyes; only what changed is made anew.

/**
 * @param things in the order in which they are shown
 * @param keyOf what makes a thing the same again
 * @param versionOf what it looks like; another version is made anew
 * @param make an element of a thing
 */
export function follow(list, things, { keyOf, versionOf, make }) {
  const old = new Map([...list.children].map((child) => [child.dataset.key, child]));
  const focused = document.activeElement?.closest?.('[data-key]')?.dataset.key;
  let place = list.firstElementChild;
  for (const thing of things) {
    const key = keyOf(thing);
    const version = String(versionOf(thing));
    let element = old.get(key);
    old.delete(key);
    if (!element || element.dataset.version !== version) {
      const made = make(thing, !element);
      made.dataset.key = key;
      made.dataset.version = version;
      if (element === place) place = place?.nextElementSibling ?? null;
      element?.remove();
      element = made;
      list.insertBefore(made, place);
      if (focused === key) made.focus({ preventScroll: true });
    } else if (element === place) {
      place = place.nextElementSibling;
    } else {
      list.insertBefore(element, place);
    }
  }
  old.forEach((element) => element.remove());
}

const REST_MS = 100;

/** Draws soon, and ten times a second at most, however often it is asked to; also where nobody looks. */
export function calmly(draw) {
  let isAsked = false;
  let last = 0;
  return () => {
    if (isAsked) return;
    isAsked = true;
    setTimeout(
      () => {
        isAsked = false;
        last = performance.now();
        draw();
      },
      Math.max(0, last + REST_MS - performance.now()),
    );
  };
}
