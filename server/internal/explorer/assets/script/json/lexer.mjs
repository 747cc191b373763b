// Cuts JSON into tokens {kind, text, start, end}. It never fails: what JSON
// does not know is "stray", and a string that is still open ends with its line.

const pattern = new RegExp([
  /(?<blank>\s+)/,
  /(?<string>"(?:\\[^\r\n]|[^"\\\r\n])*"?)/,
  /(?<number>-?\d[\w.+-]*)/,
  /(?<literal>[A-Za-z_]\w*)/,
  /(?<mark>[[\]{}:,])/,
  /(?<stray>[^])/,
].map((part) => part.source).join('|'), 'gu');

export function lex(text) {
  const tokens = [];
  for (const match of text.matchAll(pattern)) {
    const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
    if (kind === 'blank') continue;
    const start = match.index;
    tokens.push({ kind, text: match[0], start, end: start + match[0].length });
  }
  tokens.forEach((token, index) => {
    if (token.kind === 'string' && tokens[index + 1]?.text === ':') token.kind = 'key';
  });
  return tokens;
}
