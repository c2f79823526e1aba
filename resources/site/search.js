// Search over the index of one language. Works on the same page as the whole list, which stays where nothing is found.
(() => {
  "use strict";
  const root = document.getElementById("search");
  if (!root) return;
  const { index, language, small, found, none, failed } = root.dataset;
  const form = root.querySelector("form");
  const field = root.querySelector("input");
  const status = root.querySelector("[role=status]");
  const results = document.getElementById("results");
  const list = results.querySelector("ol");
  const all = document.getElementById("all");
  const MOST = 50;
  const WAIT = 250;
  const [NAME, KEYWORDS, SUMMARY] = [8, 4, 2];
  let entries = null;

  // Letters that do not come apart into a letter and a mark.
  const ALONE = { ł: "l", đ: "d", ø: "o", ı: "i", ß: "ss", æ: "ae", œ: "oe", ґ: "г" };
  const fold = (text) => {
    let plain = text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’ʼ`\u00ad]/g, "");
    plain = plain.replace(/[łđøıßæœґ]/g, (letter) => ALONE[letter]);
    // A visitor without umlauts writes either a or ae for ä.
    return language === "de" ? plain.replace(/ae/g, "a").replace(/oe/g, "o").replace(/ue/g, "u") : plain;
  };
  const words = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  // RG-OP is found as rgop too.
  const joined = (text) => fold(text).split(/\s+/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, "")).filter(Boolean);
  // Endings differ in Polish, Ukrainian and German: firma, firmy, firmę.
  const stem = (word) => (word.length > 6 ? word.slice(0, -2) : word.length > 4 ? word.slice(0, -1) : word);

  // "jak złożyć skargę" asks for a card about a complaint, not about jak.
  const smallWords = new Set(words(small));
  const telling = (query) => {
    const large = query.filter((word) => !smallWords.has(word));
    return large.length ? large : query;
  };

  const prepare = (entry) => ({
    ...entry,
    parts: [[entry.n, NAME], [entry.k, KEYWORDS], [`${entry.s} ${entry.g}`, SUMMARY]].map(([text, weight]) => [
      new Set([...words(text), ...joined(text)]),
      weight,
    ]),
  });
  const weigh = (entry, word, isExact) => {
    let best = 0;
    for (const [set, weight] of entry.parts) {
      if (weight <= best) continue;
      if (isExact && set.has(word)) best = weight + 1;
      else for (const each of set) if (each.startsWith(word)) { best = weight; break; }
    }
    return best;
  };
  const score = (entry, query, change) => {
    let sum = 0;
    for (const word of query) {
      const one = weigh(entry, change(word), change === same);
      if (!one) return 0;
      sum += one;
    }
    return sum;
  };
  const same = (word) => word;
  const matching = (query) => {
    const cards = new Set();
    for (const change of [same, stem]) {
      const scored = entries.map((entry) => [entry, score(entry, query, change)]).filter(([, points]) => points);
      for (const [entry] of scored.sort((one, other) => other[1] - one[1])) cards.add(entry);
    }
    return [...cards];
  };

  const line = (entry) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const summary = document.createElement("p");
    link.className = "entry-name";
    link.href = new URL(entry.u, new URL(index, document.baseURI)).href;
    link.textContent = entry.n;
    summary.textContent = entry.s;
    if (entry.l) link.lang = entry.l;
    if (entry.m) summary.lang = entry.m;
    item.append(link, summary);
    return item;
  };
  const show = (cards, text) => {
    status.textContent = text;
    list.replaceChildren(...cards.slice(0, MOST).map(line));
    results.hidden = !cards.length;
    all.hidden = !!cards.length;
  };
  const load = async () => {
    if (entries) return;
    const answer = await fetch(index, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    entries = (await answer.json()).map(prepare);
  };
  const search = async () => {
    const text = field.value.trim();
    const address = new URL(location.href);
    if (text) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    if (address.protocol !== "file:") history.replaceState(null, "", address);
    const query = telling(words(text));
    if (!query.length) return show([], "");
    try {
      await load();
    } catch {
      return show([], failed);
    }
    // Somebody who goes on typing is answered for what stands there now.
    if (field.value.trim() !== text) return undefined;
    const cards = matching(query);
    return show(cards, cards.length ? found.replace("{n}", String(cards.length)) : none);
  };

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, WAIT);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked.slice(0, field.maxLength);
    search();
  }
})();
