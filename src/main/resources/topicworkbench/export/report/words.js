// The chosen topic: its words by relevance, and its share of the reviews over time.
const WORDS = 20;

/** Relevance of Sievert and Shirley: how common a word is in the topic, and how particular to it. */
function relevance(word, lambda) {
  return Math.log(word[1]) - (1 - lambda) * Math.log(word[2]);
}

function showWords() {
  const slider = byName("lambda");
  const draw = () => {
    const lambda = Number(slider.value);
    const topic = report.topic;
    byName("lambda-value").textContent = lambda.toFixed(2);
    const words = [...topic.words].sort((a, b) => relevance(b, lambda) - relevance(a, lambda)).slice(0, WORDS);
    const most = Math.max(...words.map(word => Math.max(word[1], word[2])));
    byName("words").replaceChildren(...words.map(word => {
      const row = element("div", "word");
      const bars = element("div", "bars");
      for (const [kind, share] of [["all", word[2]], ["topic", word[1]]]) {
        const bar = element("i", kind);
        bar.style.width = 100 * share / most + "%";
        bar.style.background = topic.color;
        bar.style.top = kind === "topic" ? "0" : "8px";
        bar.style.height = kind === "topic" ? "8px" : "4px";
        bars.append(bar);
      }
      const name = element("span", "", word[0]);
      row.title = word[0] + ": " + percent(word[1]) + " of the topic's words, " + percent(word[2]) + " of all";
      row.append(name, bars);
      return row;
    }));
  };
  slider.addEventListener("input", draw);
  report.listeners.push(topic => {
    byName("name").textContent = topic.name;
    byName("facts").textContent = topic.facts;
    byName("description").textContent = topic.description || "";
    draw();
    drawTrend(topic);
  });
}

function drawTrend(topic) {
  const has = data.time.length > 1;
  byName("trend-name").hidden = !has;
  if (!has) return;
  const width = 600, height = 150, left = 40, bottom = 24, top = 8;
  const svg = (tag, attributes, text) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const most = Math.max(...topic.trend, 1e-9);
  const x = bin => left + bin / (data.time.length - 1) * (width - left - 4);
  const y = share => height - bottom - share / most * (height - bottom - top);
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": "Share of the reviews over time" });
  for (const share of [0, most / 2, most]) {
    drawing.append(svg("line", { x1: left, x2: width, y1: y(share), y2: y(share) }),
      svg("text", { x: left - 6, y: y(share) + 4, "text-anchor": "end" }, percent(share)));
  }
  drawing.append(svg("text", { x: left, y: height - 6 }, data.time[0]),
    svg("text", { x: width, y: height - 6, "text-anchor": "end" }, data.time[data.time.length - 1]));
  const lone = bin => topic.trend[bin - 1] == null && topic.trend[bin + 1] == null;
  const path = topic.trend.map((share, bin) => share == null ? "" : (bin && topic.trend[bin - 1] != null ? "L" : "M")
    + x(bin).toFixed(1) + " " + y(share).toFixed(1) + (lone(bin) ? "h0.1" : "")).join("");
  drawing.append(svg("path", { d: path, fill: "none", stroke: topic.color, "stroke-width": 2, "stroke-linejoin": "round", "stroke-linecap": "round" }));
  byName("trend").replaceChildren(drawing);
}
