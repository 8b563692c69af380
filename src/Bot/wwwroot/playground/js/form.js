import { byId, h, icon, notice } from './dom.js';
import { newKey, sendForm } from './api.js';
import { drawField } from './fields.js';
import { focusComposer } from './composer.js';
import { model } from './model.js';

const dialog = byId('form');

/** Opens a form. It stays open, with errors next to their inputs, until RelateBot accepts it. */
export function openForm(form, place) {
  const as = model.me.handle;
  const fields = form.fields.map(drawField);
  const submit = h('button', { type: 'submit', class: 'button primary' }, form.submit);
  let key = newKey();

  async function send(event) {
    event.preventDefault();
    if (submit.getAttribute('aria-disabled') === 'true') return;
    if (complain(Object.fromEntries(fields.map(field => [field.name, field.check()])))) return;
    submit.setAttribute('aria-disabled', 'true');
    try {
      const answers = Object.fromEntries(fields.map(field => [field.name, field.read()]));
      const outcome = await sendForm(as, place, form, answers, key);
      if (outcome.errors) {
        // A corrected form is a new submission, so it gets a new key.
        key = newKey();
        if (!complain(outcome.errors)) notice(Object.values(outcome.errors).join(' '));
      } else {
        dialog.close();
        if (outcome.form) openForm(outcome.form, place);
      }
    } catch (error) {
      notice(error.message);
    } finally {
      submit.removeAttribute('aria-disabled');
    }
  }

  /** Shows the errors. Returns true when there are any. */
  function complain(errors) {
    fields.forEach(field => field.fault(errors[field.name] ?? null));
    const first = fields.find(field => errors[field.name]);
    first?.focus();
    return Boolean(first);
  }

  dialog.replaceChildren(
    h('header', {}, h('h2', { id: 'form-title' }, form.title),
      h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('close'))),
    h('form', { novalidate: true, onsubmit: send },
      h('div', { class: 'fields' }, fields.map(field => field.element)),
      h('footer', {}, h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel'), submit)));
  dialog.showModal();
  fields[0]?.focus();
}

export function startForms() {
  dialog.addEventListener('close', () => { dialog.replaceChildren(); focusComposer(); });
}
