// Sorts and filters the board in place where the whole board is on the page. Without it the links and the form do the same.
"use strict";
(() => {
  const table = document.querySelector('#board[data-whole="true"]');
  if (!table) {
    return;
  }
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const headings = [...table.tHead.rows[0].cells];
  const found = document.getElementById("found");
  const field = document.getElementById("q");

  const value = (row, column) => row.cells[column].dataset.value;

  function compare(a, b) {
    const numbers = [Number(a), Number(b)];
    return numbers.some(Number.isNaN) ? a.localeCompare(b) : numbers[0] - numbers[1];
  }

  function sort(column, order) {
    const sign = order === "ascending" ? 1 : -1;
    const place = (row) => Number(value(row, 0));
    rows.sort((one, other) => {
      const [a, b] = [value(one, column), value(other, column)];
      if (a === "" || b === "") {
        return (a === "") - (b === "") || place(one) - place(other);
      }
      return sign * compare(a, b) || place(one) - place(other);
    });
    body.append(...rows);
    headings.forEach((heading, i) => heading.setAttribute("aria-sort", i === column ? order : "none"));
    say(`sorted by ${headings[column].querySelector("span").textContent}, ${order}`);
  }

  function filter() {
    const wanted = field.value.trim().toLowerCase();
    rows.forEach((row) => {
      row.hidden = !row.dataset.text.toLowerCase().includes(wanted);
    });
    say("");
  }

  function say(more) {
    const shown = rows.filter((row) => !row.hidden).length;
    found.textContent = `${shown} of ${rows.length} nodes${more ? ", " + more : ""}`;
  }

  headings.forEach((heading, column) =>
    heading.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      const now = heading.getAttribute("aria-sort");
      const turned = now === "ascending" ? "descending" : "ascending";
      sort(column, now === "none" ? heading.dataset.first : turned);
    }),
  );
  field.addEventListener("input", filter);
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
  });
})();
