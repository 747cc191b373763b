// What the browser keeps between visits: the draft, the history, the language.
// Nothing else on the page writes to storage, and no token comes here.

const prefix = 'sifang.explorer.';

// recall answers what was kept under a name, or the fallback.
export function recall(name, fallback) {
  try {
    return JSON.parse(localStorage.getItem(prefix + name)) ?? fallback;
  } catch {
    return fallback;
  }
}

// keep is false if the browser refused: storage is full or switched off.
export function keep(name, value) {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
