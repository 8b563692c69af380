/** Makes an element. Properties that are functions become listeners ("onclick"), true and false become attributes or none. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

const shapes = {
  bot: 'M9.4 7.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4z M14.6 7.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4z',
  team: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z M3.5 19c0-3 2.5-5 5.5-5s5.5 2 5.5 5 M15.5 5.4a3 3 0 0 1 0 5.2 M17 14.3c2.1.6 3.5 2.3 3.5 4.7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M12 7v5l3 2',
  close: 'M6 6l12 12 M18 6L6 18',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z M12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6z',
  heart: 'M12 20s-7.5-4.6-7.5-10A4.3 4.3 0 0 1 12 7.3 4.3 4.3 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10z',
  menu: 'M4 7h16 M4 12h16 M4 17h16',
  question: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M9.6 9.3a2.5 2.5 0 1 1 3.5 2.4c-.7.3-1.1.9-1.1 1.7v.2 M12 16.8v.1',
  send: 'M5 12h13 M12.5 6l6 6-6 6',
  star: 'M12 4l2.4 5 5.4.7-4 3.8 1 5.4-4.8-2.7-4.8 2.7 1-5.4-4-3.8 5.4-.7z',
  switch: 'M8 10l4-4 4 4 M8 14l4 4 4-4',
  write: 'M5 19h4L19 9l-4-4L5 15z M13 7l4 4',
};

/** One of the page's icons; always next to a label or in an element that has a name, so it is hidden from screen readers. */
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', shapes[name]);
  svg.append(path);
  return svg;
}

export const byId = id => document.getElementById(id);

let fading;

/** Shows an error for a while. */
export function notice(text) {
  const place = byId('notice');
  place.textContent = text;
  place.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => { place.hidden = true; }, 7000);
}

/** A sentence only for screen readers. */
export function speak(text) {
  byId('spoken').textContent = text;
}
