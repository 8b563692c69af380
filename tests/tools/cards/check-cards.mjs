#!/usr/bin/env node
// Judges Adaptive Cards with Microsoft's own renderer (npm adaptivecards): it parses, validates and draws each, and every event of it is a
// fault. Then what the renderer drops without a word, and what Teams alone demands.
//
//   node check-cards.mjs [--modules DIR] FILE...
//
// A FILE is a card, or anything that holds cards. --modules: a folder whose node_modules has adaptivecards and jsdom.
// Exit 0: no faults. 1: faults. 2: could not run.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const VERSION = '1.5';           // the newest that Teams shows on every client
const BYTES = 25 * 1024;         // a message may have 28 KB: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
const ACTIONS = 6;               // primary actions in a row
const OURS = new Set(['type', '$schema', 'msteams', 'data', 'choices.data', 'associatedInputs', 'body', 'actions', 'items', 'rows', 'cells']);   // known to Teams, or a collection

const args = process.argv.slice(2);
const at = args.indexOf('--modules');
const modules = path.resolve(at >= 0 ? args.splice(at, 2)[1] : path.dirname(process.argv[1]));
if (!args.length) { console.error('no file given'); process.exit(2); }
const need = createRequire(path.join(modules, 'x.cjs'));

let AC;
try {
  const { JSDOM } = need('jsdom');
  const { window } = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/' });
  for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];
  globalThis.window = window; globalThis.document = window.document;
  // The package's "main" does not load in Node; its bundle does under another name.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cards-'));
  copyFileSync(path.join(path.dirname(need.resolve('adaptivecards/package.json')), 'dist/adaptivecards.js'), path.join(folder, 'adaptivecards.cjs'));
  AC = need(path.join(folder, 'adaptivecards.cjs'));
  rmSync(folder, { recursive: true });
} catch (error) { console.error(error.message); process.exit(2); }
AC.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = ''; result.didProcess = true; };

const isChart = part => typeof part.type === 'string' && part.type.startsWith('Chart.');
const CHART = ['type', 'title', 'data', 'fallback'];

function cardsIn(value) {
  if (!value || typeof value !== 'object') return [];
  return value.type === 'AdaptiveCard' ? [value] : Object.values(value).flatMap(cardsIn);
}

// Teams looks people up while somebody types, in cards of any version; the package knows that from 1.6 on, and has nobody to look up. Teams alone
// draws charts; the package is shown what stands in their place elsewhere.
function withoutWhatTeamsAloneKnows(part) {
  if (Array.isArray(part)) return part.map(withoutWhatTeamsAloneKnows);
  if (!part || typeof part !== 'object') return part;
  if (isChart(part) && part.fallback) return withoutWhatTeamsAloneKnows(part.fallback);
  const { 'choices.data': picker, ...rest } = part;
  return Object.fromEntries(Object.entries(picker ? { ...rest, choices: [...rest.choices, { title: 'Somebody', value: 'somebody' }] } : rest).map(([name, value]) => [name, withoutWhatTeamsAloneKnows(value)]));
}

function faultsOf(card) {
  const faults = [];
  const version = AC.Version.parse(VERSION, new AC.SerializationContext());
  if (card.version !== VERSION) faults.push(`version ${card.version} is not ${VERSION}`);

  const context = new AC.SerializationContext(version);
  const drawn = new AC.AdaptiveCard();
  drawn.parse(withoutWhatTeamsAloneKnows(card), context);
  for (let i = 0; i < context.eventCount; i++) faults.push(context.getEventAt(i).message);
  for (const event of drawn.validateProperties().validationEvents) faults.push(event.message);
  if (!drawn.render()) faults.push('nothing was drawn');

  const make = type => AC.GlobalRegistry.elements.createInstance(type, version) ?? AC.GlobalRegistry.actions.createInstance(type, version) ?? (type === 'AdaptiveCard' ? drawn : undefined);
  (function walk(part, where) {
    if (Array.isArray(part)) { part.forEach((item, i) => walk(item, `${where}[${i}]`)); return; }
    if (!part || typeof part !== 'object') return;
    if (isChart(part)) {
      for (const name of CHART) if (!part[name]) faults.push(`${where}: ${part.type} without ${name}`);
      for (const name of Object.keys(part)) if (!CHART.includes(name)) faults.push(`${where}: ${part.type} has no "${name}"`);
      for (const bar of part.data ?? []) if (typeof bar.x !== 'string' || typeof bar.y !== 'number') faults.push(`${where}: no bar ${JSON.stringify(bar)}`);
    } else if (typeof part.type === 'string') {
      const known = new Set();
      const schema = make(part.type)?.getSchema();
      for (let i = 0; i < (schema?.getCount() ?? 0); i++) known.add(schema.getItemAt(i).name);
      for (const name of Object.keys(part)) if (!known.has(name) && !OURS.has(name)) faults.push(`${where}: ${part.type} has no "${name}"`);
      if (part.type.startsWith('Input.') && !part.label) faults.push(`${where}: no label for a screen reader`);
      if (part.isRequired && !part.errorMessage) faults.push(`${where}: nothing is said when it is left out`);
      if (part['choices.data'] && !(part['choices.data'].type === 'Data.Query' && part['choices.data'].dataset === 'graph.microsoft.com/users')) faults.push(`${where}: nobody is looked up`);
      if (part.type === 'Action.Execute' && !part.verb) faults.push(`${where}: no verb`);
      if (part.type === 'TextBlock' && !part.wrap) faults.push(`${where}: cut off on a phone`);
      if (/^#/.test(part.color ?? '') || part.backgroundColor) faults.push(`${where}: a fixed colour cannot be read in high contrast`);
    }
    if ((part.actions?.length ?? 0) > ACTIONS) faults.push(`${where}: ${part.actions.length} actions of at most ${ACTIONS}`);
    for (const [name, value] of Object.entries(part)) if (name !== 'data' && name !== 'msteams' && name !== 'choices.data') walk(value, where ? `${where}.${name}` : name);
  })(card, '');

  const written = [...new Set(JSON.stringify(card.body).match(/<at>.*?<\/at>/g) ?? [])].map(text => JSON.parse(`"${text}"`));
  const known = (card.msteams?.entities ?? []).map(entity => entity.text);
  for (const text of written) if (!known.includes(text)) faults.push(`${text} is in no entity`);
  for (const text of known) if (!written.includes(text)) faults.push(`${text} is in no text`);
  if (new Set(known).size !== known.length) faults.push('two entities of one text');
  if (!card.fallbackText) faults.push('no fallbackText');
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > BYTES) faults.push(`${bytes} bytes`);
  return faults;
}

let all = 0;
for (const file of args) {
  const cards = cardsIn(JSON.parse(readFileSync(file, 'utf8')));
  const faults = cards.length ? cards.flatMap(faultsOf) : ['no card in it'];
  for (const fault of faults) console.log(`${path.basename(file)}: ${fault}`);
  all += faults.length;
}
console.log(`${args.length} checked, ${all} faults`);
process.exit(all ? 1 : 0);
