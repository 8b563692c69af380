import { h, icon } from './dom.js';

const hues = 12;

function hueOf(text) {
  // FNV-1a
  let hash = 0x811c9dc5;
  for (const letter of text) {
    hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0;
  }
  return (hash >>> 8) % hues;
}

function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map(word => [...word][0] ?? '').join('').toUpperCase();
}

/** A person's initials on their colour; rings for RelateBot. The name is always next to it. */
export function avatar(person, size = '') {
  return person.isBot
    ? h('span', { class: `avatar bot ${size}`, 'aria-hidden': 'true' }, icon('bot'))
    : h('span', { class: `avatar hue-${hueOf(person.handle)} ${size}`, 'aria-hidden': 'true' }, initials(person.name));
}

export const teamAvatar = () => h('span', { class: 'avatar team small', 'aria-hidden': 'true' }, icon('team'));
