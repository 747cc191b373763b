// The schema as the page uses it: introspection's answer with look-ups.

// Fields that every schema has and introspection does not list.
const typeName = {
  name: '__typename',
  description: null,
  args: [],
  type: { kind: 'NON_NULL', name: null, ofType: { kind: 'SCALAR', name: 'String', ofType: null } },
};

export class Schema {
  constructor(introspected) {
    this.description = introspected.description;
    this.types = new Map(introspected.types.map((type) => [type.name, type]));
    this.directives = new Map(introspected.directives.map((one) => [one.name, one]));
    this.roots = {
      query: introspected.queryType?.name,
      mutation: introspected.mutationType?.name,
      subscription: introspected.subscriptionType?.name,
    };
  }

  type(name) {
    return this.types.get(name) ?? null;
  }

  // The type on which operations of this kind begin, if there is one.
  root(kind) {
    return this.type(this.roots[kind]);
  }

  // The kind of operation that begins on this type, if one does.
  operation(type) {
    return Object.keys(this.roots).find((kind) => this.roots[kind] === type.name) ?? null;
  }

  field(type, name) {
    if (!type) return null;
    if (name === typeName.name && type.kind !== 'INPUT_OBJECT') return typeName;
    return type.fields?.find((field) => field.name === name) ?? null;
  }

  // What can be selected on a type.
  selectable(type) {
    if (!type) return [];
    return [...(type.fields ?? []), typeName];
  }

  // The type inside lists and exclamation marks.
  named(reference) {
    let inner = reference;
    while (inner?.ofType) inner = inner.ofType;
    return inner ? this.type(inner.name) : null;
  }

  // The type of a list's elements. A single value may stand for a list.
  element(reference) {
    const inner = reference?.kind === 'NON_NULL' ? reference.ofType : reference;
    return inner?.kind === 'LIST' ? inner.ofType : inner;
  }

  composite(type) {
    return ['OBJECT', 'INTERFACE', 'UNION'].includes(type?.kind);
  }

  input(type) {
    return ['SCALAR', 'ENUM', 'INPUT_OBJECT'].includes(type?.kind);
  }

  // Whether a value of one of these types may also be one of the other.
  overlaps(one, other) {
    const members = (type) => [type.name, ...(type.possibleTypes ?? []).map((each) => each.name)];
    const names = new Set(members(one));
    return members(other).some((name) => names.has(name));
  }

  // The types a reader may look up, without introspection's own.
  listed() {
    return [...this.types.values()].filter((type) => !type.name.startsWith('__'));
  }

  // Where a type is answered or accepted: [{type, field, argument}].
  uses(name) {
    const found = [];
    const here = (entry) => this.named(entry.type)?.name === name;
    for (const type of this.listed()) {
      for (const field of [...(type.fields ?? []), ...(type.inputFields ?? [])]) {
        if (here(field)) found.push({ type: type.name, field: field.name });
        for (const argument of field.args ?? []) {
          if (here(argument)) {
            found.push({ type: type.name, field: field.name, argument: argument.name });
          }
        }
      }
    }
    return found;
  }
}

// A type reference as GraphQL writes it: [Vote!]!
export function spell(reference) {
  if (!reference) return '';
  if (reference.kind === 'NON_NULL') return `${spell(reference.ofType)}!`;
  if (reference.kind === 'LIST') return `[${spell(reference.ofType)}]`;
  return reference.name;
}

export function required(entry) {
  return entry.type.kind === 'NON_NULL' && (entry.defaultValue ?? null) === null;
}
