"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const make = (name, text) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  // Search without case, vowel signs and the letters' variants that Arabic writers interchange.
  const plain = (text) => String(text ?? "").toLowerCase().replace(/[\u064b-\u0652\u0640]/g, "")
    .replace(/[أإآ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه");
  const words = (text) => plain(text).split(/\s+/).filter(Boolean);
  const grouped = (number) => number.toLocaleString("en");

  const sortButton = (head, sort) => {
    const button = make("button", head.textContent);
    button.type = "button";
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const descending = head.getAttribute("aria-sort") === "ascending";
      for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      sort(descending ? -1 : 1);
    });
  };

  // Small tables stand in the page; their rows are put in order and hidden.
  for (const table of document.querySelectorAll(".scroll > table.data")) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    [...table.tHead.rows[0].cells].forEach((head, column) => sortButton(head, (sign) => {
      const value = (row) => row.cells[column].dataset.v ?? row.cells[column].textContent;
      const number = (row) => parseFloat(value(row));
      const order = head.classList.contains("n") ? (a, b) => sign * (number(a) - number(b))
        : (a, b) => sign * value(a).localeCompare(value(b), "en", { numeric: true });
      body.append(...rows.sort(order));
    }));
    if (rows.length > 12) {
      const label = make("label", "Filter this table ");
      const input = label.appendChild(make("input"));
      input.type = "search";
      const bar = make("div");
      bar.className = "filters";
      bar.append(label);
      table.parentElement.before(bar);
      input.addEventListener("input", () => {
        const asked = words(input.value);
        for (const row of rows) {
          const text = plain(row.textContent);
          row.hidden = !asked.every((word) => text.includes(word));
        }
      });
    }
  }

  const eventTable = () => {
    const data = JSON.parse(byId("event-data").textContent);
    const { columns, count, text } = data;
    const form = byId("event-filters");
    const heads = [...byId("event-table").tHead.rows[0].cells].filter((head) => head.dataset.key);
    const body = byId("event-table").tBodies[0];
    const searched = ["source", "target", "code", "place", "country", "document"];
    const size = 50;
    let order = Array.from({ length: count }, (_, row) => row);
    let passing = order;
    let page = 0;

    for (const country of columns.country.values) {
      if (country !== null) form.elements.country.append(make("option", country));
    }
    const fullText = new Map();
    const searchable = (name) => {
      if (!fullText.has(name)) fullText.set(name, columns[name].values.map(plain));
      return fullText.get(name);
    };
    const tests = () => {
      const found = [];
      for (const name of ["root", "country", "lang"]) {
        const chosen = form.elements[name].value;
        const position = columns[name].values.indexOf(chosen);
        if (chosen !== "") found.push((row) => columns[name].index[row] === position);
      }
      for (const word of words(form.elements.words.value)) {
        const hits = searched.map((name) => [columns[name].index, searchable(name).map((value) => value.includes(word))]);
        found.push((row) => hits.some(([index, hit]) => hit[index[row]]));
      }
      const from = form.elements.from.value, to = form.elements.to.value;
      if (from || to) {
        const fits = columns.date.values.map((day) => day !== null && (!from || day >= from) && (!to || day <= to));
        found.push((row) => fits[columns.date.index[row]]);
      }
      if (form.elements.deaths.checked) {
        const some = columns.deaths.values.map((number) => number > 0);
        found.push((row) => some[columns.deaths.index[row]]);
      }
      return found;
    };
    const show = () => {
      const first = page * size, last = Math.min(first + size, passing.length);
      body.replaceChildren(...passing.slice(first, last).map((row) => {
        const line = make("tr");
        line.setAttribute("role", "row");
        for (const head of heads) {
          const { values, index } = columns[head.dataset.key];
          const cell = make("td", values[index[row]] ?? "");
          cell.setAttribute("role", "cell");
          cell.dir = "auto";
          cell.dataset.key = head.dataset.key;
          cell.dataset.label = head.textContent;
          if (head.className) cell.className = head.className;
          line.append(cell);
        }
        const cell = line.appendChild(make("td"));
        cell.setAttribute("role", "cell");
        if ((text[row] ?? -1) >= 0) {
          const link = cell.appendChild(make("a", "text"));
          link.href = `#s${text[row]}`;
          link.setAttribute("aria-label", `text of the event in row ${row + 1}`);
          link.addEventListener("click", allSentences);
        }
        return line;
      }));
      byId("event-count").textContent = passing.length
        ? `${grouped(first + 1)} to ${grouped(last)} of ${grouped(passing.length)} events`
        : "No event passes the filters.";
      byId("previous").disabled = page === 0;
      byId("next").disabled = last >= passing.length;
    };
    const filter = () => {
      const asked = tests();
      passing = asked.length ? order.filter((row) => asked.every((test) => test(row))) : order;
      page = 0;
      show();
    };
    for (const head of heads) {
      sortButton(head, (sign) => {
        const { values, index } = columns[head.dataset.key];
        const missing = values[0] === null ? 0 : -1;
        const rank = (row) => (index[row] === missing ? Infinity : sign * index[row]);
        order = order.slice().sort((a, b) => (rank(a) === rank(b) ? a - b : rank(a) - rank(b)));
        filter();
      });
    }
    for (const kind of ["input", "change"]) form.addEventListener(kind, filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    byId("previous").addEventListener("click", () => { page -= 1; show(); });
    byId("next").addEventListener("click", () => { page += 1; show(); });
    filter();
  };

  let allSentences = () => {};
  const sentenceFilters = () => {
    const form = byId("text-filters");
    if (!form) return;
    const cards = [...document.querySelectorAll("#sentences article")];
    const filter = () => {
      const asked = words(form.elements.words.value);
      const root = form.elements.root.value, lang = form.elements.lang.value;
      let shown = 0;
      for (const card of cards) {
        const text = asked.length ? plain(card.textContent) : "";
        card.hidden = (root && !card.dataset.roots.split(" ").includes(root)) || (lang && card.dataset.lang !== lang)
          || !asked.every((word) => text.includes(word));
        if (!card.hidden) shown += 1;
      }
      byId("text-count").textContent = `${grouped(shown)} of ${grouped(cards.length)} sentences`;
    };
    for (const kind of ["input", "change"]) form.addEventListener(kind, filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    allSentences = () => { form.reset(); filter(); };
    filter();
  };

  // One tip for the marks in the text and the marks of the charts.
  const tip = byId("tip");
  let told = null;
  const place = (element) => {
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    tip.hidden = false;
    const left = Math.max(8, Math.min(box.left, window.innerWidth - tip.offsetWidth - 8));
    const above = box.top - tip.offsetHeight - 8;
    tip.style.left = `${left}px`;
    tip.style.top = `${above > 0 ? above : box.bottom + 8}px`;
  };
  const hide = () => {
    tip.hidden = true;
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (told) told.removeAttribute("aria-describedby");
    told = null;
  };
  const light = (sentence, events) => {
    for (const other of sentence.querySelectorAll(".m")) {
      if (other.dataset.m.split(" ").some((m) => events.has(m.split(":")[0]))) other.classList.add("lit");
    }
  };
  const tellMark = (mark) => {
    const article = mark.closest("article");
    const rows = article.querySelectorAll("li");
    const roles = new Map();
    for (const part of mark.dataset.m.split(" ")) {
      const [event, role] = part.split(":");
      roles.set(event, [...(roles.get(event) ?? []), role]);
    }
    tip.replaceChildren(...[...roles].map(([event, names]) => {
      const row = rows[event];
      row.classList.add("lit");
      const line = make("p", `${names.join(", ")} of `);
      line.append(...[...row.querySelector(".what").childNodes].map((node) => node.cloneNode(true)),
        row.querySelector(".entry").cloneNode(true));
      return line;
    }));
    light(article.querySelector(".sentence"), new Set(roles.keys()));
  };
  const tell = (target) => {
    const mark = target.closest?.(".sentence .m");
    const symbol = mark ? null : target.closest?.("figure [role=graphics-symbol][aria-label]:not(g)");
    const found = mark ?? symbol;
    if (found === told) return;
    hide();
    if (!found) return;
    told = found;
    if (mark) tellMark(mark);
    else tip.replaceChildren(make("p", symbol.getAttribute("aria-label")));
    if (mark) mark.setAttribute("aria-describedby", "tip");
    place(found);
  };
  document.addEventListener("pointerover", (event) => tell(event.target));
  document.addEventListener("click", (event) => tell(event.target));
  document.addEventListener("focusin", (event) => tell(event.target));
  document.addEventListener("focusout", hide);
  window.addEventListener("scroll", () => { if (told && told !== document.activeElement) hide(); else if (told) place(told); }, { passive: true });

  // In a sentence one mark is a tab stop, the arrow keys reach the others.
  for (const sentence of document.querySelectorAll(".sentence")) {
    const mark = sentence.querySelector(".m.trigger") ?? sentence.querySelector(".m");
    if (mark) mark.tabIndex = 0;
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    const mark = event.target.closest?.(".sentence .m");
    if (!mark || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const sentence = mark.closest(".sentence");
    const marks = [...sentence.querySelectorAll(".m")];
    const forward = (event.key === "ArrowRight") === (sentence.dir !== "rtl");
    const next = marks[marks.indexOf(mark) + (forward ? 1 : -1)];
    if (!next) return;
    mark.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    event.preventDefault();
  });

  sentenceFilters();
  eventTable();
  document.documentElement.dataset.ready = "yes";
})();
