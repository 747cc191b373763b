// The pages of the schema's docs: the first one, one a type, one a field with
// its arguments, one a directive.

import { element } from '../element.mjs';
import { text } from '../words.mjs';
import {
  deprecation, fieldEntry, inputEntry, link, names, prose, section, typeLink, valueEntry,
} from './parts.mjs';

// page answers {title, content, mark} for a path such as "Vote.closesAt"; mark
// is the id of the entry meant, where it shares a page. draftButton(kind,
// field) is asked for fields on which an operation can begin.
export function page(schema, path, draftButton) {
  if (path === '') return home(schema);
  if (path.startsWith('@')) return directivePage(schema, path);
  const [typeName, member] = path.split('.');
  const type = schema.type(typeName);
  if (!type) return { title: path, content: [element('p', { class: 'empty' }, text('unknownName', { path }))] };
  const field = member && type.fields?.find((each) => each.name === member);
  return field ? fieldPage(schema, type, field, draftButton) : typePage(schema, type, member);
}

const kinds = ['OBJECT', 'INTERFACE', 'UNION', 'INPUT_OBJECT', 'ENUM', 'SCALAR'];

function home(schema) {
  const roots = ['query', 'mutation', 'subscription'].map((kind) => [kind, schema.root(kind)]);
  const begin = roots.filter(([, type]) => type).map(([kind, type]) => element('li', { class: 'entry' },
    element('code', { class: 'signature' },
      element('span', { class: 'is-keyword' }, kind), ': ', link(type.name, type.name, 'is-type')),
    prose(type.description)));
  const rootNames = Object.values(schema.roots);
  const types = schema.listed().filter((type) => !rootNames.includes(type.name));
  return {
    title: text('docs'),
    content: [
      prose(schema.description),
      section(text('beginHere'), begin),
      ...kinds.map((kind) => names(text(`kinds-${kind}`),
        types.filter((type) => type.kind === kind).map((type) => type.name).sort())),
      names(text('directives'), [...schema.directives.keys()].map((name) => `@${name}`)),
      keyboard(),
    ],
  };
}

function keyboard() {
  const keys = [
    ['Ctrl/⌘ + Enter', 'keyRun'],
    ['Ctrl + Space · Alt + /', 'keyComplete'],
    ['Shift + Alt + F', 'keyFormat'],
    ['Ctrl/⌘ + ] · [', 'keyIndent'],
    ['Ctrl/⌘ + /', 'keyComment'],
    ['Ctrl/⌘ + K', 'keySearch'],
  ];
  return element('section', {}, element('h4', {}, text('keyboard')), element('dl', { class: 'keys' },
    keys.map(([key, meaning]) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, text(meaning))])));
}

function typePage(schema, type, member) {
  const uses = schema.uses(type.name);
  const where = (use) => [use.type, use.field, use.argument].filter(Boolean).join('.');
  const id = (entry) => `entry-${entry.name}`;
  return {
    title: type.name,
    mark: member && `entry-${member}`,
    content: [
      element('p', { class: 'small' }, text(`kind-${type.kind}`), type.isOneOf && ` · ${text('oneOf')}`),
      prose(type.description),
      type.specifiedByURL && element('p', { class: 'small' }, text('specifiedBy', { url: type.specifiedByURL })),
      names(text('implements'), (type.interfaces ?? []).map((each) => each.name)),
      names(text('possibleTypes'), (type.possibleTypes ?? []).map((each) => each.name)),
      section(text('fields'), (type.fields ?? []).map((field) => fieldEntry(type, field))),
      section(text('inputFields'), (type.inputFields ?? []).map((field) => inputEntry(field, id(field)))),
      section(text('values'), (type.enumValues ?? []).map((value) => valueEntry(value, id(value)))),
      names(text('usedBy'), uses.map(where)),
    ],
  };
}

function fieldPage(schema, type, field, draftButton) {
  const kind = schema.operation(type);
  return {
    title: field.name,
    content: [
      element('p', { class: 'small' }, text('fieldOf'), ' ', link(type.name, type.name, 'is-type')),
      element('p', {}, element('code', { class: 'signature' },
        element('span', { class: 'is-field' }, field.name), ': ', typeLink(field.type))),
      prose(field.description),
      deprecation(field),
      kind && element('p', {}, draftButton(kind, field)),
      section(text('arguments'), field.args.map((argument) => inputEntry(argument))),
    ],
  };
}

function directivePage(schema, path) {
  const directive = schema.directives.get(path.slice(1));
  if (!directive) return { title: path, content: [element('p', { class: 'empty' }, text('unknownName', { path }))] };
  return {
    title: path,
    content: [
      element('p', { class: 'small' }, text('directive'), ' · ', directive.locations.join(', ')),
      prose(directive.description),
      section(text('arguments'), directive.args.map((argument) => inputEntry(argument))),
    ],
  };
}
