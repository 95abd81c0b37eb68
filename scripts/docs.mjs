// What the documents name must be there: every file and folder, every npm script, every command of the bot and of the command line.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Far fewer names than these mean that the documents were not read, not that all is well. */
const fewestNames = 150;

/** What the program writes or the operator makes: no part of the tree. */
const made = /^(?:dist|node_modules|coverage)(?:\/|$)|^(?:our-plan|county)\.|^manifests\/gj-/;
/** Slack's own commands, of which the documents speak. */
const slacks = new Set(['/invite', '/leave']);
/** What is asked of the program over HTTP. */
const asked = new Set(['/live', '/ready', '/health', '/metrics']);
const fileName = /^[\w.@-]*\.(?:ts|tsx|mts|mjs|cjs|json|md|yaml|yml|prisma|sql|service|png|css|sh)$/;

/** Paths of the operator's machine. */
const machine = /^\/(?:data|backups|etc|opt|var|new|tmp|home)/;

/** The faults of all documents, a line each. Throws where it read too little to know. */
export function docsFaults() {
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
  const present = tracked.filter((file) => existsSync(file));
  const tops = new Set(present.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
  const scripts = new Set(Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts));
  const manifest = JSON.parse(readFileSync('manifests/socket-mode.json', 'utf8'));
  const slash = new Set(manifest.features.slash_commands.map(({ command }) => command));
  const line = new Set(
    [...readFileSync('src/main.ts', 'utf8').matchAll(/\.command\(\s*'([\w-]+)/g)].map(([, name]) => name),
  );
  const documents = present.filter(
    (file) => /^(?:docs\/.*|README|CHANGELOG|src\/sandbox\/README)(?:\.md)?$/.test(file) && file.endsWith('.md'),
  );
  const faults = [];
  let names = 0;

  for (const document of documents) {
    const text = readFileSync(document, 'utf8');
    const fault = (what) => faults.push(`${document}: ${what}`);
    const there = (path) =>
      [path, join(dirname(document), path), join('src', path), join('src/slack', path)].some((each) =>
        existsSync(each),
      );

    for (const [, target] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      names += 1;
      if (!existsSync(join(dirname(document), target))) fault(`links to ${target}, which is not there`);
    }

    const code = [...text.matchAll(/`([^`\n]+)`/g), ...text.matchAll(/^ {4,}(.+)$/gm)].map(([, span]) => span.trim());
    for (const span of code) {
      for (const [, name] of span.matchAll(/\bnpm run ([a-z][\w-]*)/g)) {
        names += 1;
        if (!scripts.has(name)) fault(`\`npm run ${name}\`: package.json has no such script`);
      }
      for (const [, name] of span.matchAll(/(?:npm run gongjian -- |dist\/main\.js |^gongjian )([a-z][\w-]*)/g)) {
        names += 1;
        if (!line.has(name)) fault(`\`${span}\`: the command line has no ${name}`);
      }
      for (const [, name] of span.matchAll(/^(\/[a-z]{3,}(?:-[a-z]+)*)(?=$|[\s，,])/g)) {
        names += 1;
        if (
          !slash.has(name) &&
          !slacks.has(name) &&
          !asked.has(name) &&
          !present.some((file) => file.startsWith(name.slice(1))) &&
          !machine.test(name)
        )
          fault(`\`${name}\` is no command of the manifest`);
      }
      for (const word of span.split(/[\s,，;；()"'|→]+/)) {
        const path = word.replace(/^\.\//, '').replace(/[.:/]+$/, '');
        // Patterns and places to fill in name nothing.
        if (path === '' || /[<>*…={}$]|^[a-z]+:\/\/|^\/|^~/.test(path) || made.test(path)) continue;
        if (path.includes('/') && tops.has(path.split('/')[0])) {
          names += 1;
          if (!there(path)) fault(`${path} is not there`);
        } else if (fileName.test(basename(path)) && /[a-z]/.test(path)) {
          names += 1;
          if (!there(path) && !present.some((file) => file.endsWith(`/${path}`))) fault(`${path} is not there`);
        }
      }
    }
  }
  if (names < fewestNames)
    throw new Error(`Only ${names} names were found in ${documents.length} documents: they were not read.`);
  return faults;
}
