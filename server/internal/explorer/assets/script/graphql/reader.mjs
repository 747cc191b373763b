// Reads a GraphQL document as it is being written: half of it may be missing.
//
// One walk answers what every part of the page asks:
//   comments     tokens that the walk passes over
//   tokens       the others, each with its role (for colours), the thing of
//                the schema it names (for the docs) and whether an item
//                begins with it (for the formatter)
//   operations   [{kind, name, start, end, variables: [{name, type, optional}]}]
//   fragments    names
//   wanted       what may be written where the document breaks off (for
//                completion)
//   clean        nothing had to be skipped

import { lex } from './lexer.mjs';

// A document nested deeper than any server accepts is not followed further.
const deepest = 200;

export function read(text, schema = null) {
  const reader = new Reader(text, schema);
  reader.document();
  const { comments, tokens, operations, fragments, wanted, clean } = reader;
  return { comments, tokens, operations, fragments, wanted, clean };
}

class Reader {
  constructor(text, schema) {
    this.schema = schema;
    const all = lex(text);
    this.comments = all.filter((token) => token.kind === 'comment');
    this.tokens = all.filter((token) => token.kind !== 'comment');
    this.position = 0;
    this.depth = 0;
    this.operations = [];
    this.fragments = [];
    this.operation = null;
    this.wanted = null;
    this.clean = true;
  }

  // --- tokens

  get token() {
    return this.tokens[this.position];
  }

  is(...marks) {
    return this.token?.kind === 'mark' && marks.includes(this.token.text);
  }

  word(...names) {
    return this.token?.kind === 'name' && (names.length === 0 || names.includes(this.token.text));
  }

  take(role, names = null) {
    const token = this.token;
    this.position += 1;
    token.role = role;
    if (names) token.names = names;
    return token;
  }

  accept(mark, role = 'mark') {
    return this.is(mark) ? this.take(role) : null;
  }

  name(role, names = null) {
    return this.word() ? this.take(role, names) : null;
  }

  skip() {
    this.clean = false;
    this.take('stray');
  }

  item() {
    this.token.item = true;
  }

  // The first wish that meets the end of the document is the one at the cursor.
  wish(kind, details = {}) {
    if (!this.token && !this.wanted) {
      this.wanted = { kind, operation: this.operation, ...details };
    }
  }

  // --- definitions

  document() {
    for (;;) {
      this.operation = null;
      this.wish('definition');
      if (!this.token) return;
      if (this.is('{') || this.word('query', 'mutation', 'subscription')) this.readOperation();
      else if (this.word('fragment')) this.readFragment();
      else this.skip();
    }
  }

  readOperation() {
    const start = this.token.start;
    this.item();
    const kind = this.is('{') ? 'query' : this.take('keyword').text;
    const operation = { kind, name: '', start, end: start, variables: [] };
    this.operations.push(operation);
    this.operation = operation;
    operation.name = this.name('definition')?.text ?? '';
    this.readVariables(operation);
    this.readDirectives();
    this.readSelections(this.schema?.root(kind));
    operation.end = this.tokens[this.position - 1].end;
  }

  readFragment() {
    this.item();
    this.take('keyword');
    if (!this.word('on')) {
      const name = this.name('definition');
      if (name) this.fragments.push(name.text);
    }
    this.readSelections(this.readCondition(null));
  }

  // "on Type" and directives; without "on" the type around stays.
  readCondition(around) {
    let type = around;
    if (this.word('on')) {
      this.take('keyword');
      this.wish('condition', { type: around });
      type = this.readNamedType();
    }
    this.readDirectives();
    return type;
  }

  readNamedType() {
    if (!this.word()) return null;
    const type = this.schema?.type(this.token.text);
    this.take('type', type && { type: type.name });
    return type;
  }

  readVariables(operation) {
    if (!this.accept('(')) return;
    while (this.is('$')) {
      this.item();
      this.take('variable');
      const variable = { name: this.name('variable')?.text ?? '', type: null, optional: true };
      operation.variables.push(variable);
      if (this.accept(':')) {
        this.wish('inputType');
        variable.type = this.readType();
        variable.optional = variable.type?.kind !== 'NON_NULL';
      }
      if (this.accept('=')) {
        variable.optional = true;
        this.readValue(variable.type);
      }
      this.readDirectives();
    }
    this.accept(')');
  }

  // A type as introspection writes it: {kind, name, ofType}.
  readType() {
    let type = null;
    if (this.accept('[')) {
      this.wish('inputType');
      type = { kind: 'LIST', name: null, ofType: this.nested(() => this.readType()) };
      this.accept(']');
    } else if (this.word()) {
      const name = this.token.text;
      const known = this.schema?.type(name);
      this.take('type', known && { type: name });
      type = { kind: known?.kind, name, ofType: null };
    }
    return type && this.accept('!') ? { kind: 'NON_NULL', name: null, ofType: type } : type;
  }

  // --- selections

  readSelections(type) {
    if (!this.accept('{', 'selection')) return;
    for (;;) {
      this.wish('selection', { type });
      if (!this.token || this.is('}')) break;
      if (this.is('...')) this.readSpread(type);
      else if (this.word()) this.readField(type);
      else this.skip();
    }
    this.accept('}');
  }

  readField(type) {
    this.item();
    let token = this.take('field');
    if (this.accept(':')) {
      token.role = 'alias';
      this.wish('selection', { type });
      token = this.name('field');
      if (!token) return;
    }
    const field = this.schema?.field(type, token.text);
    const names = field ? { type: type.name, field: field.name } : null;
    token.names = names;
    this.readArguments(field?.args, names);
    this.readDirectives();
    this.nested(() => this.readSelections(field && this.schema.named(field.type)));
  }

  readSpread(type) {
    this.item();
    this.take('mark');
    this.wish('spread', { type });
    if (this.word() && !this.word('on')) {
      this.take('fragment');
      this.readDirectives();
      return;
    }
    const inner = this.readCondition(type);
    this.nested(() => this.readSelections(inner));
  }

  readDirectives() {
    while (this.accept('@', 'directive')) {
      this.wish('directive');
      const directive = this.schema?.directives.get(this.token?.text);
      const names = directive ? { directive: directive.name } : null;
      this.name('directive', names);
      this.readArguments(directive?.args, names);
    }
  }

  // --- arguments and values

  readArguments(definitions, owner) {
    if (!this.accept('(')) return;
    this.readEntries(definitions, owner);
    this.accept(')');
  }

  // "name: value" of arguments and of input objects. Any bracket ends them.
  readEntries(definitions, owner) {
    const given = new Set();
    for (;;) {
      this.wish('argument', { definitions, given });
      if (!this.token || this.is('(', ')', '[', ']', '{', '}')) return;
      if (!this.word()) {
        this.skip();
        continue;
      }
      const definition = definitions?.find((one) => one.name === this.token.text);
      this.item();
      given.add(this.take('argument', definition && { ...owner, argument: definition.name }).text);
      if (this.accept(':')) this.readValue(definition?.type);
    }
  }

  readValue(type) {
    this.wish('value', { type });
    const named = type && this.schema?.named(type);
    if (this.accept('$', 'variable')) {
      this.wish('variable', { type });
      this.name('variable');
    } else if (this.accept('[')) {
      this.nested(() => this.readList(type));
    } else if (this.accept('{', 'object')) {
      this.nested(() => this.readEntries(named?.inputFields, named && { type: named.name }));
      this.accept('}');
    } else if (this.word('true', 'false', 'null')) {
      this.take('literal');
    } else if (this.word()) {
      this.take('enum', named && { type: named.name, value: this.token.text });
    } else if (this.token && this.token.kind !== 'mark' && this.token.kind !== 'stray') {
      this.take(this.token.kind === 'number' ? 'number' : 'string');
    }
  }

  readList(type) {
    const element = this.schema?.element(type);
    for (;;) {
      this.wish('value', { type: element });
      if (!this.token || this.is(')', ']', '}')) break;
      const before = this.position;
      this.item();
      this.readValue(element);
      if (this.position === before) this.skip();
    }
    this.accept(']');
  }

  nested(walk) {
    if (this.depth >= deepest) {
      this.position = this.tokens.length;
      this.clean = false;
      return null;
    }
    this.depth += 1;
    const result = walk();
    this.depth -= 1;
    return result;
  }
}
