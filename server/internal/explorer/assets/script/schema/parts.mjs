// The small pieces of which a page of the schema's docs is made. Every name is
// a link to its own page: #Vote, #Vote.closesAt, #@deprecated.

import { element } from '../element.mjs';
import { text } from '../words.mjs';
import { required } from './model.mjs';

export function link(path, words, kind = '') {
  return element('a', { href: `#${path}`, class: kind }, words);
}

// [Vote!]! with a link on the name.
export function typeLink(reference) {
  if (reference.kind === 'NON_NULL') return [typeLink(reference.ofType), '!'];
  if (reference.kind === 'LIST') return ['[', typeLink(reference.ofType), ']'];
  return link(reference.name, reference.name, 'is-type');
}

// A description: paragraphs at blank lines, list items at lines that begin
// with a dash or star, and `code`. Everything else is shown as it is written.
export function prose(description) {
  if (!description) return null;
  const blocks = description.trim().split(/\n\s*\n|\n(?=\s*[-*] )/);
  return element('div', { class: 'prose' }, blocks.map((block) => {
    const item = /^\s*[-*] ([^]*)$/.exec(block);
    return item ? element('p', { class: 'item' }, inline(item[1])) : element('p', {}, inline(block));
  }));
}

function inline(words) {
  return words.split(/(`[^`]+`)/).map((part) => (part.length > 2 && part.startsWith('`')
    ? element('code', {}, part.slice(1, -1))
    : part));
}

export function deprecation(entry) {
  if (!entry.isDeprecated) return null;
  return element('p', { class: 'deprecation' },
    element('strong', {}, text('deprecated')),
    entry.deprecationReason && ` ${entry.deprecationReason}`);
}

// name: Type! = default, and what it means.
export function inputEntry(entry, id) {
  const name = element('span', { class: 'is-argument' }, entry.name);
  return element('li', { id, class: entry.isDeprecated ? 'entry deprecated' : 'entry' },
    element('code', { class: 'signature' }, name, ': ', typeLink(entry.type),
      entry.defaultValue !== null && [' = ', element('span', { class: 'is-number' }, entry.defaultValue)]),
    required(entry) && element('span', { class: 'tag' }, text('required')),
    prose(entry.description),
    deprecation(entry));
}

// field(first, after): Type, and what it means; arguments on the field's page.
export function fieldEntry(type, field) {
  const names = field.args.map((argument) => argument.name).join(', ');
  return element('li', { class: field.isDeprecated ? 'entry deprecated' : 'entry' },
    element('code', { class: 'signature' },
      link(`${type.name}.${field.name}`, field.name, 'is-field'),
      names && element('span', { class: 'quiet-text' }, `(${names})`),
      ': ', typeLink(field.type)),
    prose(field.description),
    deprecation(field));
}

export function valueEntry(value, id) {
  return element('li', { id, class: value.isDeprecated ? 'entry deprecated' : 'entry' },
    element('code', { class: 'signature is-enum' }, value.name),
    prose(value.description),
    deprecation(value));
}

// A titled list, left out if it is empty.
export function section(title, items) {
  if (items.length === 0) return null;
  return element('section', {}, element('h4', {}, title, element('span', { class: 'count' }, items.length)),
    element('ul', { class: 'entries' }, items));
}

// Names in a row.
export function names(title, paths) {
  if (paths.length === 0) return null;
  return element('section', {}, element('h4', {}, title, element('span', { class: 'count' }, paths.length)),
    element('p', { class: 'names' }, paths.map((path) => link(path, path, 'is-type'))));
}
