#!/usr/bin/env node
// Checks a Teams app manifest, or a whole app package (a folder or a .zip),
// without a network. @microsoft/teams-manifest validates but fetches the schema
// from developer.microsoft.com; @microsoft/app-manifest carries every schema.
// usage: node validate-manifest.mjs manifest.json|folder|package.zip [--modules DIR]
// exit: 0 valid, 1 errors, 2 could not run. Prints {valid, errors, warnings, ...}.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { createRequire } from 'node:module';

const args = process.argv.slice(2);
const at = args.indexOf('--modules');
const modules = path.resolve(at >= 0 ? args.splice(at, 2)[1] : process.cwd());
const die = m => { console.error(m); process.exit(2); };
const file = args[0] ?? die('usage: validate-manifest.mjs manifest.json|folder|package.zip [--modules DIR]');
const req = createRequire(path.join(modules, 'x.cjs'));
const load = n => { try { return req(n); } catch { return undefined; } };
const root = (() => { try { return path.dirname(req.resolve('@microsoft/app-manifest/package.json')); } catch { die(`cannot find @microsoft/app-manifest from ${modules}`); } })();

function unzip(buf) {
  const end = buf.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')); if (end < 0) die('not a zip file');
  const files = new Map();
  for (let p = buf.readUInt32LE(end + 16), n = buf.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size, nl, xl, cl, off] = [buf.readUInt16LE(p + 10), buf.readUInt32LE(p + 20), buf.readUInt16LE(p + 28), buf.readUInt16LE(p + 30), buf.readUInt16LE(p + 32), buf.readUInt32LE(p + 42)];
    const name = buf.toString('utf8', p + 46, p + 46 + nl);
    const start = off + 30 + buf.readUInt16LE(off + 26) + buf.readUInt16LE(off + 28), raw = buf.subarray(start, start + size);
    if (!name.endsWith('/')) files.set(name, method === 8 ? zlib.inflateRawSync(raw) : raw);
    p += 46 + nl + xl + cl;
  }
  return files;
}
const errors = [], warnings = [];
let get, list, packaged = true;
if (fs.statSync(file).isDirectory()) { get = n => { const f = path.join(file, n); return fs.existsSync(f) && fs.statSync(f).isFile() ? fs.readFileSync(f) : undefined; }; list = () => fs.readdirSync(file); }
else if (file.endsWith('.zip')) {
  const z = unzip(fs.readFileSync(file)); get = n => z.get(n); list = () => [...z.keys()];
  if (!z.has('manifest.json') && list().some(n => n.endsWith('/manifest.json'))) errors.push('manifest.json must be at the root of the zip, not in a folder');
} else { packaged = false; get = n => n === 'manifest.json' ? fs.readFileSync(file) : undefined; list = () => ['manifest.json']; }

const raw = get('manifest.json') ?? die(`no manifest.json in ${file}: ${list().join(', ')}`);
let m; try { m = JSON.parse(raw.toString('utf8').replace(/^\uFEFF/, '')); } catch (e) { die(`manifest.json is not JSON: ${e.message}`); }
const v = m.manifestVersion === 'devPreview' ? 'vDevPreview' : 'v' + m.manifestVersion;
const schemaFile = path.join(root, 'build/json-schemas/teams', v, 'MicrosoftTeams.schema.json');
if (!fs.existsSync(schemaFile)) errors.push(`manifestVersion ${JSON.stringify(m.manifestVersion)} has no schema; known: ${fs.readdirSync(path.dirname(path.dirname(schemaFile))).join(' ')}`);
else {
  const schema = JSON.parse(fs.readFileSync(schemaFile, 'utf8'));
  const teams = load('@microsoft/teams-manifest');
  const found = teams ? await teams.ManifestUtil.validateManifestAgainstSchema(m, schema) : await req('@microsoft/app-manifest').AppManifestUtils.validateAgainstSchema(m, schema);
  errors.push(...found.map(e => e.trim()));
}
if (m.$schema && !m.$schema.includes(`/${v}/`)) errors.push(`$schema ${m.$schema} does not belong to manifestVersion ${m.manifestVersion}`);

// What the schema cannot say.
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
if (!guid.test(m.id ?? '')) errors.push(`id ${JSON.stringify(m.id)} is not a GUID`);
const botIds = new Set((m.bots ?? []).map(b => b.botId));
for (const b of botIds) if (!guid.test(b)) errors.push(`bots[].botId ${JSON.stringify(b)} is not a GUID (no 28: here)`);
for (const c of m.composeExtensions ?? []) if (c.botId && !botIds.has(c.botId)) warnings.push(`composeExtensions[].botId ${c.botId} is not one of bots[]`);
for (const d of m.validDomains ?? []) if (/[/:]|localhost/.test(d)) errors.push(`validDomains entry ${JSON.stringify(d)} must be a bare host name`);
for (const [k, u] of Object.entries(m.developer ?? {})) if (/Url$/.test(k) && !String(u).startsWith('https://')) errors.push(`developer.${k} must be https`);
for (const b of m.bots ?? []) for (const l of b.commandLists ?? []) for (const s of l.scopes ?? []) if (!b.scopes?.includes(s)) warnings.push(`a commandList has scope ${s}, which the bot has not`);
for (const m0 of JSON.stringify(m).match(/\{\{[^}]*\}\}|\$\{\{[^}]*\}\}/g) ?? []) errors.push(`unreplaced placeholder ${m0}`);
if (packaged) {
  const want = { color: 192, outline: 32 };
  for (const [k, px] of Object.entries(want)) {
    const n = m.icons?.[k]; if (!n) continue;
    const b = get(n); if (!b) { errors.push(`icons.${k}: ${n} is not in the package`); continue; }
    if (b.toString('latin1', 1, 4) !== 'PNG') { errors.push(`icons.${k}: ${n} is not a PNG`); continue; }
    const w = b.readUInt32BE(16), h = b.readUInt32BE(20), alpha = [4, 6].includes(b[25]) || b.includes('tRNS');
    if (w !== px || h !== px) errors.push(`icons.${k}: ${n} is ${w}x${h}, must be ${px}x${px}`);
    if (k === 'outline' && !alpha) errors.push(`icons.outline: ${n} has no transparency; it must be white on transparent`);
  }
  for (const l of m.localizationInfo?.additionalLanguages ?? []) if (!get(l.file)) errors.push(`localizationInfo: ${l.file} is not in the package`);
}
console.log(JSON.stringify({ valid: errors.length === 0, manifestVersion: m.manifestVersion, errors, warnings, iconsChecked: packaged, validator: load('@microsoft/teams-manifest') ? '@microsoft/teams-manifest' : '@microsoft/app-manifest' }, null, 2));
process.exit(errors.length ? 1 : 0);
