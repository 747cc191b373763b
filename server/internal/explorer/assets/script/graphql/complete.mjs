// What may be written at the cursor, according to the schema.

import { closed, lex } from './lexer.mjs';
import { read } from './reader.mjs';
import { spell, required } from '../schema/model.mjs';

const most = 80;

// complete answers {from, to, options} or null where nothing is to be offered.
// An option is {label, insert, type, description, deprecated}; insert replaces
// the text between from and to.
export function complete(text, cursor, schema) {
  if (!schema) return null;
  const before = text.slice(0, cursor);
  const prefix = /\w*$/.exec(before)[0];
  const from = cursor - prefix.length;
  if (inText(before)) return null;
  const { wanted } = read(before.slice(0, from), schema);
  if (!wanted) return null;
  const options = ranked(offers(wanted, schema, text, from), prefix);
  const to = cursor + /^\w*/.exec(text.slice(cursor))[0].length;
  return options.length === 0 ? null : { from, to, prefix, options };
}

// inText is true inside comments and strings, where nothing is completed.
function inText(before) {
  const last = lex(before).at(-1);
  return last?.end === before.length && (last.kind === 'comment' || !closed(last));
}

function offers(wanted, schema, text, from) {
  switch (wanted.kind) {
    case 'definition':
      return definitions(schema);
    case 'selection':
      return schema.selectable(wanted.type).map(fieldOffer);
    case 'spread':
      return [{ label: 'on' }, ...read(text).fragments.map((label) => ({ label, type: '…' }))];
    case 'condition':
      return conditions(wanted.type, schema);
    case 'argument':
      return argumentOffers(wanted);
    case 'value':
      return values(wanted, schema, afterDollar(text, from));
    case 'variable':
      return variables(wanted, schema, '');
    case 'directive':
      return [...schema.directives.values()].filter(onQueries).map(plain);
    case 'inputType':
      return schema.listed().filter((type) => schema.input(type)).map(plain);
    default:
      return [];
  }
}

function afterDollar(text, from) {
  return text[from - 1] === '$' ? '' : '$';
}

function plain(entry) {
  return { label: entry.name, description: entry.description };
}

function definitions(schema) {
  const kinds = ['query', 'mutation', 'subscription'].filter((kind) => schema.root(kind));
  return [...kinds, 'fragment'].map((label) => ({ label, insert: `${label} ` }));
}

function fieldOffer(field) {
  return {
    label: field.name,
    type: spell(field.type),
    description: field.description,
    deprecated: field.isDeprecated,
  };
}

function conditions(around, schema) {
  const types = schema.listed().filter((type) => schema.composite(type));
  return types.filter((type) => !around || schema.overlaps(type, around)).map(plain);
}

function argumentOffers({ definitions: entries, given }) {
  const open = (entries ?? []).filter((entry) => !given.has(entry.name));
  return open.map((entry) => ({
    label: entry.name,
    insert: `${entry.name}: `,
    type: spell(entry.type),
    description: entry.description,
    deprecated: entry.isDeprecated,
    first: required(entry),
  }));
}

function values(wanted, schema, dollar) {
  const type = schema.named(wanted.type);
  const declared = variables(wanted, schema, dollar);
  if (type?.kind === 'ENUM') {
    const literals = type.enumValues.map((value) => ({
      label: value.name,
      type: type.name,
      description: value.description,
      deprecated: value.isDeprecated,
    }));
    return [...literals, ...declared];
  }
  if (type?.name === 'Boolean') {
    return [{ label: 'true', type: 'Boolean' }, { label: 'false', type: 'Boolean' }, ...declared];
  }
  return declared;
}

// The operation's variables of the right type; all of them where it is unknown.
function variables({ operation, type }, schema, dollar) {
  const name = schema.named(type)?.name;
  return (operation?.variables ?? [])
    .filter((variable) => !name || !variable.type || schema.named(variable.type)?.name === name)
    .map((variable) => ({
      label: `$${variable.name}`,
      insert: `${dollar}${variable.name}`,
      type: spell(variable.type),
    }));
}

function onQueries(directive) {
  return directive.locations.some((place) => /^(QUERY|MUTATION|FIELD|.*FRAGMENT.*)$/.test(place));
}

// Those that begin with what was typed, then those that contain it; what is
// required comes first, what is deprecated last.
function ranked(options, prefix) {
  const typed = prefix.toLowerCase();
  const rank = (option) => {
    const place = option.label.replace(/^\$/, '').toLowerCase().indexOf(typed);
    if (place < 0) return -1;
    return (option.deprecated ? 4 : 0) + (place > 0 ? 2 : 0) + (option.first ? 0 : 1);
  };
  return options
    .map((option) => ({ insert: option.label, ...option, rank: rank(option) }))
    .filter((option) => option.rank >= 0)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most);
}
