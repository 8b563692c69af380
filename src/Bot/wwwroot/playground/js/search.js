/** The form in which names are compared: lower case, without accents. */
export const toKey = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** How well a name or handle fits what was typed; lower is better, undefined is not at all. */
function rank(entry, typed) {
  const name = toKey(entry.name);
  const handle = toKey(entry.handle);
  if (handle === typed) return 0;
  if (handle.startsWith(typed)) return 1;
  if (name.split(/\s+/).some(word => word.startsWith(typed)) || name.startsWith(typed)) return 2;
  return typed.length > 2 && name.includes(typed) ? 3 : undefined;
}

/** Entries that fit, best first. */
export function find(entries, text, limit = Infinity) {
  const typed = toKey(text);
  return entries
    .map(entry => ({ entry, rank: rank(entry, typed) }))
    .filter(found => found.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(found => found.entry);
}
