// What the editor does beyond what was typed: it closes brackets and quotes,
// keeps the indentation, and shifts or comments out lines.
//
// Every function answers an edit {from, to, insert, caret, until}: replace the
// text between from and to, then select from caret until until. Null leaves
// the key to the browser.

const step = '  ';
const pairs = { '{': '}', '(': ')', '[': ']', '"': '"' };

// typed takes the inputType and data of a beforeinput event.
export function typed(kind, data, text, start, end) {
  if (kind === 'insertLineBreak') return breakLine(text, start, end);
  if (kind === 'deleteContentBackward') return deletePair(text, start, end);
  if (kind !== 'insertText' || data?.length !== 1) return null;
  if (start === end && text[end] === data && '})]"'.includes(data)) {
    return at(start, start, '', start + 1);
  }
  if (data === '}') return closeBlock(text, start, end);
  return pairs[data] ? pair(data, text, start, end) : null;
}

function at(from, to, insert, caret, until = caret) {
  return { from, to, insert, caret, until };
}

function pair(open, text, start, end) {
  const close = pairs[open];
  if (start !== end) {
    return at(start, end, open + text.slice(start, end) + close, start + 1, end + 1);
  }
  const roomAfter = end === text.length || /[\s,)\]}]/.test(text[end]);
  const joins = open === '"' && /[\w"\\]/.test(text[start - 1] ?? ' ');
  return roomAfter && !joins ? at(start, end, open + close, start + 1) : null;
}

// A closing brace alone on its line goes one step back.
function closeBlock(text, start, end) {
  const from = lineStart(text, start);
  const before = text.slice(from, start);
  if (start !== end || before === '' || before.trim() !== '') return null;
  const indent = before.slice(0, -step.length);
  return at(from, end, `${indent}}`, from + indent.length + 1);
}

function breakLine(text, start, end) {
  const line = text.slice(lineStart(text, start), start);
  const indent = /^[ \t]*/.exec(line)[0];
  const open = line.trimEnd().at(-1);
  if (!pairs[open] || open === '"') return at(start, end, `\n${indent}`, start + 1 + indent.length);
  const inner = `\n${indent}${step}`;
  const closes = text[end] === pairs[open];
  return at(start, end, closes ? `${inner}\n${indent}` : inner, start + inner.length);
}

function deletePair(text, start, end) {
  const open = text[start - 1];
  if (start !== end || !pairs[open] || text[start] !== pairs[open]) return null;
  return at(start - 1, start + 1, '', start - 1);
}

function lineStart(text, offset) {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

// --- whole lines

export function indentLines(text, start, end) {
  return onLines(text, start, end, (lines) => lines.map((line) => (line ? step + line : line)));
}

export function outdentLines(text, start, end) {
  return onLines(text, start, end, (lines) => lines.map((line) => line.replace(/^ {1,2}|^\t/, '')));
}

// Comments out, or back in if every line is a comment already.
export function toggleComment(text, start, end) {
  return onLines(text, start, end, (lines) => {
    const written = lines.filter((line) => line.trim() !== '');
    if (written.length > 0 && written.every((line) => /^\s*#/.test(line))) {
      return lines.map((line) => line.replace(/^(\s*)# ?/, '$1'));
    }
    return lines.map((line) => (line.trim() === '' && lines.length > 1 ? line : `# ${line}`));
  });
}

function onLines(text, start, end, change) {
  const from = lineStart(text, start);
  const next = text.indexOf('\n', Math.max(end - (end > start ? 1 : 0), from));
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const changed = change(lines);
  const insert = changed.join('\n');
  const caret = Math.max(from, start + changed[0].length - lines[0].length);
  return at(from, to, insert, caret, Math.max(caret, end + insert.length - (to - from)));
}
