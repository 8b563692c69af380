import { h, icon } from './dom.js';
import { avatar } from './avatar.js';
import { addressOf, model } from './model.js';
import { suggest } from './composer.js';

/** What an empty conversation with RelateBot shows: who the current person is, and what to try. */
export function drawWelcome() {
  const other = model.people.find(person => person.handle === (model.me.handle === 'sue' ? 'raj' : 'sue'))
    ?? model.people.find(person => person.handle !== model.me.handle);
  const team = model.departments.find(department => department.name === other?.department) ?? model.departments[0];
  const suggestions = [
    other && suggestion('heart', `/thanks @${other.handle} for getting my laptop running again #patience`, 'Thank a colleague'),
    team && suggestion('star', `/kudos @${team.handle} for answering every call this week`, 'Praise a whole department'),
    suggestion('write', '/thanks', 'Open a form instead'),
    suggestion('question', '/help', 'See what RelateBot understands'),
  ];
  return h('div', { class: 'welcome' },
    avatar(model.me),
    h('h2', {}, `You are ${model.me.name}.`),
    h('p', {}, `${model.me.department ? `You work in ${model.me.department} at` : 'You work at'} ${model.organisation}. RelateBot helps colleagues thank each other. Tap one of these, then press Enter:`),
    h('ul', {}, suggestions.filter(Boolean).map(item => h('li', {}, item))),
    other && h('p', { class: 'second' },
      'To see the other side too, ',
      h('a', { href: addressOf(other.handle), target: '_blank', rel: 'opener' }, `be ${other.name} in a second window`), '.'));
}

function suggestion(sign, text, why) {
  return h('button', { type: 'button', class: 'suggestion', onclick: () => suggest(text) }, icon(sign), h('span', {}, text, h('small', {}, why)));
}
