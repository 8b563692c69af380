import { h } from './dom.js';
import { peoplePicker } from './peoplePicker.js';

// Above this many options, the field is a drop-down.
const mostInSight = 10;

const group = number => number.toLocaleString('en-GB');

/** Creates an input of a form: { element, read(), focus(), fault(sentence or null), check() }. */
export function drawField(field) {
  const id = `field-${field.name}`;
  const input = { people: peoplePicker, words, choice, day }[field.is](field, id);
  const error = h('p', { class: 'wrong-because', id: `${id}-error`, hidden: true });
  const hint = field.hint && h('p', { class: 'hint', id: `${id}-hint` }, field.hint);
  const aside = input.count ?? (field.optional && field.is !== 'choice' ? h('span', { class: 'optional' }, 'optional') : null);
  const caption = [h('span', {}, field.label), aside].filter(Boolean);
  const element = input.isGroup
    ? h('fieldset', { class: 'field', 'aria-describedby': `${id}-error` }, h('legend', { class: 'label' }, caption), input.element, hint, error)
    : h('div', { class: 'field' }, h('label', { class: 'label', for: id }, caption), input.element, hint, error);
  input.target?.setAttribute('aria-describedby', `${hint ? `${id}-hint ` : ''}${id}-error`);

  const fault = sentence => {
    error.textContent = sentence ?? '';
    error.hidden = !sentence;
    element.classList.toggle('wrong', Boolean(sentence));
    if (sentence) input.target?.setAttribute('aria-invalid', 'true'); else input.target?.removeAttribute('aria-invalid');
  };
  element.addEventListener('input', () => fault(null));
  return {
    name: field.name,
    element,
    fault,
    read: input.read,
    focus: input.focus,
    check: () => !field.optional && input.read().every(answer => answer.trim() === '') ? input.missing ?? 'A few words are enough.' : input.check?.() ?? null,
  };
}

function words(field, id) {
  const target = field.lines ? h('textarea', { id, rows: '3' }) : h('input', { id, type: 'text', autocomplete: 'off' });
  target.value = field.initial ?? '';
  const count = h('span', { class: 'count' });
  const tell = () => {
    const length = target.value.length;
    count.textContent = length > field.longest * 0.8 || field.lines ? `${group(length)} / ${group(field.longest)}` : field.optional ? 'optional' : '';
    count.classList.toggle('over', length > field.longest);
  };
  target.addEventListener('input', tell);
  tell();
  return {
    element: target,
    target,
    count,
    read: () => [target.value],
    focus: () => target.focus(),
    check: () => target.value.length > field.longest
      ? `The text has ${group(target.value.length)} characters; ${group(field.longest)} fit. Please shorten it by ${group(target.value.length - field.longest)}.`
      : null,
  };
}

function day(field, id) {
  const target = h('input', { id, type: 'date', min: field.earliest, max: field.latest, required: !field.optional });
  target.value = field.initial ?? '';
  const missing = 'Please choose a day.';
  return {
    element: target,
    target,
    missing,
    read: () => target.value ? [target.value] : [],
    focus: () => target.focus(),
    // A partly typed date counts as empty.
    check: () => target.validity.badInput ? missing : null,
  };
}

function choice(field, id) {
  return field.options.length > mostInSight && !field.several ? list(field, id) : buttons(field, id);
}

function list(field, id) {
  const target = h('select', { id }, field.options.map(option => h('option', { value: option.value }, option.label)));
  target.value = field.initial[0] ?? '';
  return { element: target, target, missing: 'Please choose one.', read: () => [target.value], focus: () => target.focus() };
}

function buttons(field, id) {
  const inputs = field.options.map(option => {
    const input = h('input', { type: field.several ? 'checkbox' : 'radio', name: id, value: option.value });
    input.checked = field.initial.includes(option.value);
    return { input, element: h('label', {}, input, option.label) };
  });
  return {
    isGroup: true,
    element: h('div', { class: field.several ? 'choices' : 'choices one' }, inputs.map(each => each.element)),
    read: () => inputs.filter(each => each.input.checked).map(each => each.input.value),
    focus: () => (inputs.find(each => each.input.checked) ?? inputs[0])?.input.focus(),
  };
}
