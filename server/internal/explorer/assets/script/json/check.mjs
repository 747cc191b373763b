// Says where and why a text is not JSON. Browsers word that each in their own
// language and count positions in their own way; a person mending variables
// needs one sentence and one place.

import { lex } from './lexer.mjs';

// check answers null for a sound text, or the first mistake as
// {start, end, reason, facts}; reason is a key of the page's words.
export function check(text) {
  const walk = new Walk(text);
  walk.value();
  if (!walk.mistake && walk.token) walk.fail('jsonAfterEnd');
  return walk.mistake;
}

class Walk {
  constructor(text) {
    this.tokens = lex(text);
    this.end = text.length;
    this.position = 0;
    this.mistake = null;
  }

  get token() {
    return this.mistake ? null : this.tokens[this.position];
  }

  fail(reason) {
    if (this.mistake) return;
    const token = this.tokens[this.position];
    this.mistake = {
      start: token?.start ?? this.end,
      end: token?.end ?? this.end,
      reason: token ? reason : 'jsonUnfinished',
      facts: { found: token?.text ?? '' },
    };
  }

  accept(mark) {
    const fits = this.token?.kind === 'mark' && this.token.text === mark;
    if (fits) this.position += 1;
    return fits;
  }

  value() {
    if (this.accept('{')) this.entries('}', (seen) => this.member(seen));
    else if (this.accept('[')) this.entries(']', () => this.value());
    else this.scalar('jsonValue');
  }

  // What stands between brackets, parted by commas.
  entries(close, entry) {
    if (this.accept(close)) return;
    const seen = new Set();
    while (!this.mistake) {
      entry(seen);
      if (this.accept(close)) return;
      if (!this.accept(',')) this.fail('jsonComma');
    }
  }

  member(seen) {
    if (this.token?.kind !== 'key' && this.token?.kind !== 'string') {
      this.fail('jsonKey');
      return;
    }
    if (seen.has(this.token.text)) this.fail('jsonTwice');
    else seen.add(this.token.text);
    this.scalar('jsonKey');
    if (!this.accept(':')) this.fail('jsonColon');
    this.value();
  }

  scalar(reason) {
    const { token } = this;
    if (!token || ['mark', 'stray'].includes(token.kind) || !sound(token.text)) this.fail(reason);
    else this.position += 1;
  }
}

function sound(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
