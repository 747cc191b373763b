// Cuts a GraphQL document into tokens. It never fails: what GraphQL does not
// know becomes a token of kind "stray", and a string that is still being
// typed ends with its line. Spaces and commas mean nothing and are left out.

const pattern = new RegExp([
  /(?<blank>[\s,\uFEFF]+)/,
  /(?<comment>#[^\r\n]*)/,
  /(?<block>"""(?:\\"""|[^"]|"(?!""))*(?:"""|$))/,
  /(?<string>"(?:\\[^\r\n]|[^"\\\r\n])*"?)/,
  /(?<name>[_A-Za-z]\w*)/,
  /(?<number>-?\d[\w.+-]*)/,
  /(?<mark>\.\.\.|[!$&()[\]{}:=@|])/,
  /(?<stray>[^])/,
].map((part) => part.source).join('|'), 'gu');

// lex answers [{kind, text, start, end}], comments included.
export function lex(text) {
  const tokens = [];
  for (const match of text.matchAll(pattern)) {
    const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
    if (kind === 'blank') continue;
    const start = match.index;
    tokens.push({ kind, text: match[0], start, end: start + match[0].length });
  }
  return tokens;
}

// closed is false for a string whose closing quotes are missing.
export function closed(token) {
  if (token.kind === 'block') return /^"""[^]*"""$/.test(token.text) && token.text.length >= 6;
  if (token.kind === 'string') return token.text.length >= 2 && /[^\\](\\\\)*"$/.test(token.text);
  return true;
}
