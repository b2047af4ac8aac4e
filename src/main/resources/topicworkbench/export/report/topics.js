// The table of topics: sorted by any column, filtered by name or word, one of them chosen.
function showTopics() {
  const body = document.querySelector("#topics tbody");
  const rows = [...body.rows];
  const topicOf = row => byId.get(Number(row.dataset.topic));
  rows.forEach(row => row.addEventListener("click", () => choose(topicOf(row))));

  const heads = [...document.querySelectorAll("#topics th button")];
  heads.forEach((head, column) => head.addEventListener("click", () => {
    const rising = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "descending" : column === 0;
    heads.forEach(other => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", rising ? "ascending" : "descending");
    const value = row => column === 0 ? row.cells[0].textContent.toLowerCase() : Number(row.cells[column].dataset.value);
    const order = (a, b) => Number.isNaN(a) ? 1 : Number.isNaN(b) ? -1 : a < b ? -1 : a > b ? 1 : 0;
    rows.sort((a, b) => {
      const compared = order(value(a), value(b));
      return rising || Number.isNaN(value(a)) || Number.isNaN(value(b)) ? compared : -compared;
    });
    body.append(...rows);
  }));

  byName("filter").addEventListener("input", event => {
    const wanted = event.target.value.trim().toLowerCase();
    rows.forEach(row => {
      const topic = topicOf(row);
      row.hidden = !(topic.name.toLowerCase().includes(wanted) || topic.words.some(word => word[0].includes(wanted)));
    });
  });

  report.listeners.push(topic => rows.forEach(row => {
    row.classList.toggle("chosen", topicOf(row) === topic);
    row.querySelector("button").setAttribute("aria-pressed", topicOf(row) === topic);
  }));
}
