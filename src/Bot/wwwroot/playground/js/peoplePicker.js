import { h, icon, speak } from './dom.js';
import { avatar } from './avatar.js';
import { model, personBy } from './model.js';
import { find } from './search.js';

const mostOffers = 6;

/** Several people, picked by name: a combobox in front of a list of chips. */
export function peoplePicker(field, id) {
  const list = `${id}-offers`;
  const picked = [...field.initial];
  let offered = [];
  let chosen = 0;

  const target = h('input', {
    id, type: 'text', role: 'combobox', autocomplete: 'off', placeholder: 'Type a name',
    'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list,
  });
  const chips = h('div', { class: 'picker' }, target);
  const offers = h('div', { class: 'offers', id: list, role: 'listbox', 'aria-label': 'Suggestions', hidden: true });

  function draw() {
    chips.replaceChildren(...picked.map(drawChip), target);
    target.placeholder = picked.length === 0 ? 'Type a name' : '';
    target.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function drawChip(handle) {
    const person = personBy(handle);
    return h('span', { class: 'chip' }, avatar(person, 'small'), person.name,
      h('button', { type: 'button', 'aria-label': `Remove ${person.name}`, onclick: () => { drop(handle); target.focus(); } }, icon('close')));
  }

  function drop(handle) {
    picked.splice(picked.indexOf(handle), 1);
    draw();
    speak(`${personBy(handle).name} removed`);
  }

  function pick(person) {
    picked.push(person.handle);
    target.value = '';
    draw();
    speak(`${person.name} added`);
  }

  function offer() {
    const others = model.people.filter(person => person.handle !== model.me.handle && !picked.includes(person.handle));
    const typed = target.value.replace(/^@/, '');
    offered = document.activeElement === target && typed.trim() !== '' ? find(others, typed, mostOffers) : [];
    const isOpen = offered.length > 0;
    offers.hidden = !isOpen;
    target.setAttribute('aria-expanded', String(isOpen));
    offers.replaceChildren(...offered.map((person, index) => {
      const element = h('div', { class: 'offer', role: 'option', id: `${list}-${index}`, 'aria-selected': 'false' },
        avatar(person, 'small'), h('span', { class: 'what' }, person.name), h('span', { class: 'more' }, person.department ?? ''));
      element.addEventListener('pointerdown', event => { event.preventDefault(); pick(person); });
      return element;
    }));
    if (isOpen) choose(0); else target.removeAttribute('aria-activedescendant');
  }

  function choose(index) {
    chosen = index;
    [...offers.children].forEach((element, at) => element.setAttribute('aria-selected', String(at === index)));
    target.setAttribute('aria-activedescendant', `${list}-${index}`);
    offers.children[index].scrollIntoView({ block: 'nearest' });
  }

  target.addEventListener('input', offer);
  target.addEventListener('blur', () => { offers.hidden = true; target.setAttribute('aria-expanded', 'false'); target.removeAttribute('aria-activedescendant'); });
  chips.addEventListener('click', event => { if (event.target === chips) target.focus(); });
  target.addEventListener('keydown', event => {
    if (event.isComposing) return;
    const isOpen = !offers.hidden;
    if (isOpen && event.key === 'ArrowDown') choose((chosen + 1) % offered.length);
    else if (isOpen && event.key === 'ArrowUp') choose((chosen + offered.length - 1) % offered.length);
    else if (isOpen && (event.key === 'Enter' || event.key === 'Tab' && !event.shiftKey)) pick(offered[chosen]);
    else if (isOpen && event.key === 'Escape') { offers.hidden = true; target.setAttribute('aria-expanded', 'false'); target.removeAttribute('aria-activedescendant'); }
    else if (event.key === 'Enter') { /* An unfinished name is no reason to send the form. */ }
    else if (event.key === 'Backspace' && target.value === '' && picked.length > 0) drop(picked.at(-1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  draw();
  return {
    element: h('div', { class: 'picked' }, chips, offers),
    target,
    read: () => [...picked],
    focus: () => target.focus(),
    check: () => {
      if (target.value.trim() !== '') return `I know nobody called ${target.value.trim()}. Choose somebody from the list, or clear it.`;
      return picked.length > field.most ? `That is ${picked.length} people; ${field.most} fit.` : null;
    },
  };
}
