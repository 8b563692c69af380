import { byId, h, notice, speak } from './dom.js';
import { getMessages, newKey, tap } from './api.js';
import { drawMessage } from './message.js';
import { isDirect, model, nameOf, personBy, placeBy, read } from './model.js';
import { dayName, dayOf } from './times.js';
import { drawWelcome } from './welcome.js';

const together = 5 * 60_000;
const place = byId('timeline');
const newer = byId('newer');
const drawn = new Map();
let messages = [];
let more = false;
let openForm;
let shown;

export function startTimeline(onForm) {
  openForm = onForm;
  newer.addEventListener('click', () => { toEnd(); place.focus(); });
  place.addEventListener('scroll', () => {
    if (atEnd()) {
      newer.hidden = true;
      readAll();
    }
  }, { passive: true });
  document.addEventListener('visibilitychange', () => { if (!document.hidden && atEnd()) readAll(); });
}

/** Shows the end of the current conversation. */
export async function show() {
  const { me, place: wanted } = model;
  const page = await getMessages(me.handle, wanted);
  if (model.me !== me && model.me.handle !== me.handle || model.place !== wanted) {
    return;
  }
  const stay = shown === `${me.handle} ${wanted}` && !atEnd();
  shown = `${me.handle} ${wanted}`;
  drawn.clear();
  messages = page.items;
  more = page.more;
  lay();
  newer.hidden = true;
  if (!stay) toEnd();
  readAll();
}

export function arrived(message) {
  const conversation = placeBy(message.in);
  if (message.author !== model.me.handle && conversation) {
    conversation.newest = message.at;
  }
  if (message.in === model.place && !messages.some(known => known.id === message.id)) {
    const follow = atEnd() || message.author === model.me.handle;
    messages = [...messages, message].sort((a, b) => new Date(a.at) - new Date(b.at));
    lay();
    drawn.get(message.id).element.classList.add('arrived');
    if (follow) toEnd(); else newer.hidden = false;
    readAll();
  }
  if (message.author !== model.me.handle) {
    speak(`${personBy(message.author).name} in ${nameOf(message.in)}: ${message.content.summary}`);
  }
}

export function changed(message) {
  const index = messages.findIndex(known => known.id === message.id);
  if (index < 0) return;
  const follow = atEnd();
  const before = drawn.get(message.id)?.element;
  const hadFocus = before?.contains(document.activeElement);
  messages[index] = message;
  drawn.delete(message.id);
  lay();
  const after = drawn.get(message.id).element;
  if (hadFocus) after.focus();
  if (follow) toEnd();
  if (hadFocus) speak(message.content.summary);
}

export function gone(id) {
  messages = messages.filter(message => message.id !== id);
  drawn.delete(id);
  lay();
}

/** Redraws everything that depends on the time. */
export function redraw() {
  drawn.clear();
  lay();
}

const atEnd = () => place.scrollHeight - place.scrollTop - place.clientHeight < 60;
const toEnd = () => { place.scrollTop = place.scrollHeight; };

function readAll() {
  if (!document.hidden && atEnd()) {
    read.mark(model.place);
    dispatchEvent(new Event('read'));
  }
}

function lay() {
  const parts = [];
  if (messages.length === 0 && isDirect(model.place)) {
    parts.push(drawWelcome());
  } else if (more) {
    parts.push(h('button', { type: 'button', class: 'button older', onclick: older }, 'Show earlier messages'));
  } else if (!isDirect(model.place)) {
    parts.push(h('p', { class: 'beginning' }, h('strong', {}, nameOf(model.place)), `This is where it begins. ${placeBy(model.place)?.topic ?? ''}.`));
  }
  let last;
  for (const message of messages) {
    const at = new Date(message.at);
    const newDay = !last || dayOf(new Date(last.at)) !== dayOf(at);
    if (newDay) {
      parts.push(h('h2', { class: 'day' }, dayName(at)));
    }
    const element = elementOf(message);
    element.classList.toggle('continued', !newDay && continues(last, message));
    parts.push(element);
    last = message;
  }
  reconcile(parts);
}

// Unchanged elements aren't touched, so focus and selection are kept.
function reconcile(parts) {
  for (const child of [...place.children]) {
    if (!parts.includes(child)) child.remove();
  }
  parts.forEach((part, index) => {
    if (place.children[index] !== part) place.insertBefore(part, place.children[index] ?? null);
  });
}

// Each of RelateBot's messages is about something different, so they aren't grouped.
const continues = (last, message) => message.author !== null && last.author === message.author && new Date(message.at) - new Date(last.at) < together;

function elementOf(message) {
  if (!drawn.has(message.id)) {
    drawn.set(message.id, { element: drawMessage(message, (button, element) => tapped(message, button, element)) });
  }
  return drawn.get(message.id).element;
}

async function tapped(message, button, element) {
  if (element.getAttribute('aria-disabled') === 'true') return;
  element.setAttribute('aria-disabled', 'true');
  try {
    const outcome = await tap(model.me.handle, message.id, button, newKey());
    if (outcome.form) openForm(outcome.form, message.in);
  } catch (error) {
    notice(error.message);
  } finally {
    element.removeAttribute('aria-disabled');
  }
}

async function older() {
  const first = messages[0];
  const from = place.scrollHeight - place.scrollTop;
  try {
    const page = await getMessages(model.me.handle, model.place, first.at);
    messages = [...page.items.filter(item => !messages.some(known => known.id === item.id)), ...messages];
    more = page.more;
    lay();
    place.scrollTop = place.scrollHeight - from;
    drawn.get(first.id).element.focus({ preventScroll: true });
  } catch (error) {
    notice(error.message);
  }
}
