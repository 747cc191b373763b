// One line under the editor about the word at the cursor: what it is, what it
// answers, and a link to its page.

import { byId, element, fill } from '../element.mjs';
import { link, typeLink } from './parts.mjs';

export function showHint(schema, tokens, caret) {
  const token = tokens.find(({ names, start, end }) => names && start <= caret && caret <= end);
  fill(byId('hint'), token ? hint(schema, token.names) : []);
}

function hint(schema, { type, field, argument, value, directive }) {
  const owner = directive ? schema.directives.get(directive) : schema.type(type);
  const member = field ? schema.field(owner, field) : owner;
  if (argument) {
    const entries = member.args ?? member.inputFields ?? [];
    return line(pathOf(owner, field, directive), argument, entries.find((each) => each.name === argument));
  }
  if (value) return line(type, value, owner.enumValues?.find((each) => each.name === value));
  if (field) return line(`${type}.${field}`, field, member);
  return line(directive ? `@${directive}` : type, owner.name, owner);
}

function pathOf(owner, field, directive) {
  if (directive) return `@${directive}`;
  return field ? `${owner.name}.${field}` : owner.name;
}

function line(path, name, entry) {
  if (!entry) return [];
  return [
    element('code', {}, link(path, name), entry.type && [': ', typeLink(entry.type)]),
    element('span', {}, (entry.description ?? '').split('\n')[0]),
  ];
}
