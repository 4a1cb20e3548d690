// What script adds to pages that work without it: drafts that save themselves, a warning before the
// session ends, a character counter, shortcuts. It holds no texts and keeps nothing on the device.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);

// The end of the session -------------------------------------------------------------------------

const WARN_BEFORE = 120;
const session = one("#session-end");
const warning = one("#session-warning");
let endsAt = session ? Date.now() + Number(session.dataset.seconds) * 1000 : Infinity;

// Every answer that lengthens the session says so in two headers.
const lengthened = (answer) => {
  const seconds = Number(answer.headers.get("session-seconds"));
  const until = answer.headers.get("session-until");
  if (!seconds || !until) return;
  endsAt = Date.now() + seconds * 1000;
  for (const text of all("[data-session-text]")) text.textContent = text.dataset.template.replace("{time}", until);
};

const watchSession = () => {
  const left = (endsAt - Date.now()) / 1000;
  if (left <= 0) {
    // Drafts were kept on the way. The server decides what this page shows now.
    window.location.assign(window.location.href);
    return;
  }
  if (left <= WARN_BEFORE && !warning.open) {
    warning.showModal();
    one("h2", warning).focus();
  } else if (left > WARN_BEFORE && warning.open) {
    warning.close();
  }
};

if (session && warning) {
  const failed = one("[data-session-failed]", warning);
  one("[data-session-extend]", warning).addEventListener("click", async () => {
    try {
      const answer = await fetch(warning.dataset.extend, {
        method: "POST",
        body: new URLSearchParams({ csrf: warning.dataset.csrf }),
        redirect: "error",
      });
      if (!answer.ok) throw new Error(String(answer.status));
      lengthened(answer);
      failed.hidden = true;
      warning.close();
    } catch {
      failed.hidden = false;
    }
  });
  setInterval(watchSession, 1000);
}

// Drafts -----------------------------------------------------------------------------------------

const AFTER_PAUSE = 3_000;
const AT_LEAST_EVERY = 20_000;

for (const form of all("form[data-autosave]")) {
  const state = one("[data-draft-state]", form);
  let changedAt = 0;
  let savedAt = Date.now();
  let dirty = false;
  let busy = false;
  let leaving = false;

  const save = async () => {
    dirty = false;
    busy = true;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        redirect: "error",
      });
      if (!answer.ok) throw new Error(String(answer.status));
      lengthened(answer);
      const draft = answer.headers.get("draft");
      if (draft) form.elements.draft.value = draft;
      // Goes back with the next save: when it was changed elsewhere meanwhile, neither text is lost.
      form.elements["draft-seen"].value = answer.headers.get("draft-seen") ?? "";
      state.textContent = await answer.text();
    } catch {
      dirty = true;
      if (!leaving) state.textContent = form.dataset.autosaveFailed;
    }
    savedAt = Date.now();
    busy = false;
  };

  form.addEventListener("input", () => {
    changedAt = Date.now();
    dirty = true;
  });
  form.addEventListener("submit", () => {
    leaving = true;
    dirty = false;
  });
  setInterval(() => {
    const now = Date.now();
    if (dirty && !busy && !leaving && (now - changedAt >= AFTER_PAUSE || now - savedAt >= AT_LEAST_EVERY)) save();
  }, 500);
}

// Counting characters ----------------------------------------------------------------------------

for (const area of all("textarea[data-at-most]")) {
  const counter = document.getElementById(area.dataset.counter);
  const atMost = Number(area.dataset.atMost);
  const count = () => {
    const left = atMost - [...area.value].length;
    // Said only when it begins to matter: a number that changes with each key is noise.
    counter.hidden = left > atMost / 10;
    counter.textContent =
      left < 0 ? counter.dataset.over.replace("{n}", String(-left)) : counter.dataset.left.replace("{n}", String(left));
    counter.classList.toggle("sd-counter--over", left < 0);
  };
  area.addEventListener("input", count);
  count();
}

// Shortcuts --------------------------------------------------------------------------------------

// Whoever does not want them puts them off on a page of their own; then the page does not say data-keys.
const hasKeys = "keys" in document.body.dataset;

document.addEventListener("keydown", (event) => {
  if (!hasKeys) return;
  const letter = event.altKey && event.shiftKey && { KeyD: "d", KeyN: "n", KeyZ: "z" }[event.code];
  if (letter) {
    const link = one(`a[data-key=${letter}]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
  }
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    const form = event.target instanceof Element && event.target.closest("form[data-ctrl-enter]");
    if (form) {
      event.preventDefault();
      form.requestSubmit(one("[data-default]", form));
    }
  }
});

// Passkeys ---------------------------------------------------------------------------------------

// Without script, or in a browser that does not know them, these stay hidden: the other ways remain.
const knowsPasskeys = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in window.PublicKeyCredential;

for (const choice of knowsPasskeys ? all("[data-passkey-choice]") : []) choice.hidden = false;

for (const form of knowsPasskeys ? all("form[data-passkey]") : []) {
  const failed = one("[data-passkey-failed]", form);
  const makes = form.dataset.passkey === "create";
  form.hidden = false;
  for (const instead of all("[data-passkey-without]")) instead.hidden = true;
  form.addEventListener("submit", async (event) => {
    // A passkey is one of several ways on this form: the others are sent as they are.
    const { passkeyWhen } = form.dataset;
    if (passkeyWhen && new FormData(form).get("met") !== passkeyWhen) return;
    event.preventDefault();
    failed.hidden = true;
    try {
      const asked = await fetch(form.dataset.question, {
        method: "POST",
        body: passkeyWhen
          ? new URLSearchParams(new FormData(form))
          : new URLSearchParams({ csrf: form.elements.csrf.value }),
        redirect: "error",
      });
      // Something else on the form is wrong: the page itself says what.
      if (asked.status === 422) return form.submit();
      if (!asked.ok) throw new Error(String(asked.status));
      const question = (await asked.json()).publicKey;
      const key = makes
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
      form.elements.antwoord.value = JSON.stringify(key.toJSON());
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}

// The list of mistakes is read first ---------------------------------------------------------------

const mistakes = one(".sd-errors h2");
if (mistakes) mistakes.focus();
