// What all parts of the report look at together: the data, the chosen topic, and who wants to hear when it changes.
const data = JSON.parse(document.getElementById("data").textContent);
const byId = new Map(data.topics.map(topic => [topic.id, topic]));
const report = { topic: data.topics[0], listeners: [] };

function byName(id) {
  return document.getElementById(id);
}

/** A new element; what it holds is text and never markup. */
function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function choose(topic) {
  report.topic = topic;
  report.listeners.forEach(listener => listener(topic));
}

function percent(share) {
  return (100 * share).toFixed(1) + "%";
}

/** Base64 as the numbers it holds, least byte first. */
function numbers(base64, kind) {
  const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  return new kind(bytes.buffer);
}

/** Light or dark: as the system is, until the reader decides. */
function lookAfterTheLook() {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const show = dark => {
    document.documentElement.classList.toggle("dark", dark);
    byName("look").textContent = dark ? "Light" : "Dark";
    report.listeners.forEach(listener => listener(report.topic));
  };
  byName("look").addEventListener("click", () => show(!document.documentElement.classList.contains("dark")));
  system.addEventListener("change", change => show(change.matches));
  show(system.matches);
}
