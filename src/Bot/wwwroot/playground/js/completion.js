import { h } from './dom.js';
import { avatar, teamAvatar } from './avatar.js';
import { bot, isDirect, model } from './model.js';
import { find } from './search.js';
import { hour, now } from './times.js';

const most = 8;

/** The completions of the text before the caret: { start, typed, offers }; null when there is nothing to complete. */
export function complete(text, caret) {
  const before = text.slice(0, caret);
  const command = /^\/(\p{L}*)$/u.exec(before);
  if (command) {
    const typed = command[1].toLowerCase();
    // A name that is typed in full comes before longer ones: "help" before "helped".
    const known = model.commands.filter(command => command.name.startsWith(typed)).sort((a, b) => (b.name === typed) - (a.name === typed));
    return { start: 0, typed: before, offers: known.map(offerCommand) };
  }
  const mention = /(?:^|[\s(,])(@([\p{L}\p{N}][\p{L}\p{N}\p{M}._'’-]*)?)$/u.exec(before);
  if (mention) {
    const start = caret - mention[1].length;
    const others = model.people.filter(person => person.handle !== model.me.handle);
    const bots = start === 0 && !isDirect(model.place) ? [bot] : [];
    return { start, typed: mention[1], offers: find([...bots, ...others, ...model.departments.map(asTeam)], mention[2] ?? '', most).map(offerPerson) };
  }
  return null;
}

const asTeam = department => ({ ...department, isTeam: true });

const offerCommand = command => ({
  insert: `/${command.name}`,
  draw: () => [h('span', { class: 'what' }, `/${command.name} `, h('span', { class: 'usage' }, command.usage)), h('span', { class: 'more' }, command.summary)],
});

const offerPerson = entry => ({
  insert: `@${entry.isBot ? entry.name : entry.handle}`,
  draw: () => [
    entry.isTeam ? teamAvatar() : avatar(entry, 'small'),
    h('span', { class: 'what' }, entry.name),
    h('span', { class: 'more' }, `@${entry.handle} · ${describe(entry)}`),
  ],
});

function describe(entry) {
  if (entry.isBot) return 'thanks people for you';
  if (entry.isTeam) return 'whole department';
  return [entry.department, `${hour(now(), entry.timeZone)} there`].filter(Boolean).join(' · ');
}
