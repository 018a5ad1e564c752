// Making elements. News text is hostile: everything that is shown goes through here, and here it
// only ever becomes a text node.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * What could reorder or hide the text around it: control characters but tab and line break, and
 * those that embed, override or isolate a direction. One unit stands in for one, so that offsets
 * hold.
 */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text as it may be shown. */
export const printable = (text) => String(text).replace(UNPRINTABLE, '\ufffd');

const isNothing = (child) => child === null || child === undefined || child === false || child === '';

/** Puts children in; strings become text nodes, nothing is left out. */
export function fill(parent, ...children) {
  parent.append(
    ...children
      .flat(Infinity)
      .filter((child) => !isNothing(child))
      .map((child) => (child instanceof Node ? child : printable(child))),
  );
  return parent;
}

/** Puts children in the place of what was there. */
export function refill(parent, ...children) {
  parent.replaceChildren();
  return fill(parent, ...children);
}

function set(made, [name, value]) {
  if (isNothing(value)) return;
  if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
  else if (name === 'data')
    Object.entries(value).forEach(([key, each]) => {
      if (!isNothing(each)) made.dataset[key] = each;
    });
  else made.setAttribute(name, value === true ? '' : value);
}

/** An element: `h('p.note', {title: 'x'}, 'text', child)`. `on...` listens, `data` is the data set. */
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const made = document.createElement(tag);
  if (classes.length > 0) made.className = classes.join(' ');
  if (tag === 'button') made.type = 'button';
  Object.entries(attributes).forEach((attribute) => set(made, attribute));
  return fill(made, ...children);
}

/** An element of a drawing. */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

/** Foreign text, of whatever direction, that leaves its surroundings alone. */
export const bdi = (text, attributes = {}) => h('bdi', attributes, text);

/** The items with a sign between each two. */
export const between = (items, sign) => items.flatMap((item, i) => (i === 0 ? [item] : [sign(), item]));

/** A link, but only to the web: never `javascript:`, `data:` or whatever else an item may claim. */
export function webAddress(address) {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/** A link that opens elsewhere and tells nobody where it was found; plain text if it leads nowhere. */
export function webLink(address, text) {
  const href = webAddress(address);
  return href === null ? bdi(text) : h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, bdi(text));
}

export const byId = (id) => document.getElementById(id);
