import { byId, h, icon, speak } from './dom.js';
import { newKey, say } from './api.js';
import { complete } from './completion.js';
import { isDirect, model, nameOf } from './model.js';

const usual = () => [h('kbd', {}, 'Enter'), ' sends · ', h('kbd', {}, 'Shift Enter'), ' new line · ', h('kbd', {}, '/'), ' commands · ', h('kbd', {}, '@'), ' people'];

const words = h('textarea', {
  id: 'words', rows: '1', autocomplete: 'off', spellcheck: 'true', enterkeyhint: 'send',
  'aria-autocomplete': 'list', 'aria-controls': 'offers', 'aria-describedby': 'keys',
});
const send = h('button', { type: 'submit', class: 'icon-button send', 'aria-label': 'Send', disabled: true }, icon('send'));
const offers = h('div', { class: 'offers', id: 'offers', role: 'listbox', 'aria-label': 'Suggestions', hidden: true });
const keys = h('p', { class: 'keys', id: 'keys' });
const drafts = new Map();
const narrow = matchMedia('(max-width: 760px)');

let completion = null;
let chosen = 0;
let dismissed = null;
let sending = null;
let draftOf;
let openForm;

export function startComposer(onForm) {
  openForm = onForm;
  keys.append(...usual());
  byId('composer').append(offers, h('div', { class: 'box' }, words, send), keys);
  byId('composer').addEventListener('submit', event => { event.preventDefault(); submit(); });
  words.addEventListener('input', () => { complain(null); grow(); offer(); });
  words.addEventListener('keydown', pressed);
  words.addEventListener('click', offer);
  words.addEventListener('keyup', event => { if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) offer(); });
  words.addEventListener('blur', () => close());
}

/** Switches to the current conversation. Unsent text of others is kept. */
export function turnTo() {
  const here = `${model.me.handle} ${model.place}`;
  if (here !== draftOf) {
    if (draftOf) drafts.set(draftOf, words.value);
    draftOf = here;
    write(drafts.get(here) ?? '');
    complain(null);
  }
  const label = `Message ${nameOf(model.place)}`;
  words.setAttribute('aria-label', label);
  words.placeholder = isDirect(model.place) && !narrow.matches ? `${label}, or type / for commands` : label;
}

export const focusComposer = () => words.focus();

/** Inserts a text that can be sent or changed. */
export function suggest(text) {
  write(text);
  words.focus();
  words.setSelectionRange(text.length, text.length);
  close(true);
}

function write(text) {
  words.value = text;
  grow();
  close();
}

function grow() {
  send.disabled = words.value.trim() === '';
  if (CSS.supports('field-sizing', 'content')) return;
  words.rows = Math.min(12, words.value.split('\n').length);
}

function complain(text) {
  keys.classList.toggle('fault', Boolean(text));
  keys.replaceChildren(...(text ? [text] : usual()));
  if (text) speak(text);
}

async function submit() {
  const text = words.value;
  if (text.trim() === '' || sending) return;
  const { me, place } = model;
  // A retry after a failure is the same message.
  sending = { key: submit.failed?.text === text ? submit.failed.key : newKey() };
  submit.failed = null;
  const here = draftOf;
  write('');
  try {
    const outcome = await say(me.handle, place, text, sending.key);
    if (outcome.form) openForm(outcome.form, place);
    if (outcome.isRefused) giveBack(text, here);
  } catch (error) {
    submit.failed = { text, key: sending.key };
    giveBack(text, here);
    if (here === draftOf) complain(error.message);
  } finally {
    sending = null;
  }
}

/** Puts what was refused back where it was written, unless something else is being written there. */
function giveBack(text, here) {
  if (here !== draftOf) {
    if (!drafts.get(here)) drafts.set(here, text);
  } else if (words.value === '') {
    write(text);
  }
}

function pressed(event) {
  if (event.isComposing) return;
  if (completion && pressedInOffers(event)) {
    event.preventDefault();
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    submit();
  }
}

function pressedInOffers(event) {
  const count = completion.offers.length;
  switch (event.key) {
    case 'ArrowDown': choose((chosen + 1) % count); return true;
    case 'ArrowUp': choose((chosen + count - 1) % count); return true;
    case 'Escape': dismissed = completion.start; close(); return true;
    case 'Tab': if (event.shiftKey) return false; accept(chosen); return true;
    case 'Enter':
      // A command that is typed in full is sent, not completed again.
      if (event.shiftKey || completion.offers[chosen].insert.toLowerCase() === completion.typed.toLowerCase()) return false;
      accept(chosen);
      return true;
    default: return false;
  }
}

function offer() {
  const found = words.selectionStart === words.selectionEnd ? complete(words.value, words.selectionStart) : null;
  if (!found || found.start !== dismissed) dismissed = null;
  if (!found || found.offers.length === 0 || dismissed !== null) {
    close();
    return;
  }
  completion = found;
  offers.replaceChildren(...found.offers.map((entry, index) => {
    const element = h('div', { class: 'offer', role: 'option', id: `offer-${index}`, 'aria-selected': 'false' }, entry.draw());
    element.addEventListener('pointerdown', event => { event.preventDefault(); accept(index); });
    element.addEventListener('pointermove', () => { if (chosen !== index) choose(index); });
    return element;
  }));
  offers.hidden = false;
  choose(0);
}

function choose(index) {
  chosen = index;
  [...offers.children].forEach((element, at) => element.setAttribute('aria-selected', String(at === index)));
  words.setAttribute('aria-activedescendant', `offer-${index}`);
  offers.children[index].scrollIntoView({ block: 'nearest' });
}

function accept(index) {
  const { start, offers: all } = completion;
  const caret = words.selectionStart;
  const after = words.value.slice(caret);
  const insert = `${all[index].insert}${after.startsWith(' ') ? '' : ' '}`;
  words.setRangeText(insert, start, caret, 'end');
  if (after.startsWith(' ')) words.setSelectionRange(words.selectionEnd + 1, words.selectionEnd + 1);
  grow();
  close();
}

function close() {
  completion = null;
  offers.hidden = true;
  offers.replaceChildren();
  words.removeAttribute('aria-activedescendant');
}
